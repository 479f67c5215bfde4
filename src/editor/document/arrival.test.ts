import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { differencesOf } from '#html/compare/differences.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument, type Arrival } from './lossless-document.ts'
import { unprotectedHtml } from './read-nodes.ts'

const schema = getSchema(extensions)

function arrivalOf(html: string): Arrival | undefined {
  let told: Arrival | undefined
  createLosslessDocument(schema, (arrival) => (told = arrival)).open(html)
  return told
}

/** Elements, attributes and words that a text has and its visual version would not have. */
const lossesOf = (html: string) =>
  differencesOf(html, unprotectedHtml(html, schema)).filter(({ kind }) => kind === 'lost')

const contents = [
  'words',
  '<b>b</b>',
  '<i></i>',
  '<!-- c -->',
  'a<br>b',
  '<img alt="p">',
  '<kbd> </kbd>',
]
const containers = (
  'p h1 h4 div section blockquote ul ol li dl dd table caption td tr thead figure figcaption details ' +
  'summary pre ruby rt center menu hgroup address a abbr kbd q span font time var mark small sub'
).split(' ')
const texts = [
  ...containers.flatMap((tag) => contents.map((content) => `<${tag}>${content}</${tag}>`)),
  ...containers.map((tag) => `<p>x</p><${tag} id="a" class="b" lang="fr" data-c="d">y</${tag}>`),
  '<p>a<p>b<ul>text<li>c</ul>',
  '<table><caption>c</caption><thead><tr><th scope="col">h</thead><tr><td colspan="2">1</table>',
]

test('whatever visual editing would lose of a text is protected, and told', () => {
  const losing = texts.filter((html) => lossesOf(html).length > 0)
  expect(losing.length).toBeGreaterThan(20)
  const silent = losing.filter((html) => arrivalOf(html)?.protectedParts.length === 0)
  expect(silent).toEqual([])
})

test('what is told to be protected stands in the text', () => {
  for (const html of texts) {
    for (const part of arrivalOf(html)?.protectedParts ?? []) {
      const words = parseInert(part).textContent ?? ''
      expect(parseInert(html).textContent).toContain(words)
    }
  }
})
