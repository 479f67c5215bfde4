import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'
import { editorWith } from '#editor/paste/testing/paste-into.ts'

/*
 * Whatever is pasted wherever: the words before it, its own and those behind it are all there, once
 * and in this order; and nothing but a paragraph is joined to a line that was there.
 */
// Busy machines parse slowly.
vi.setConfig({ testTimeout: 300_000 })

/** Blocks in which every `w` is to become a word of its own. */
const { block } = fc.letrec<{ block: string; inside: string }>((tie) => ({
  inside: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('w', 'w<br>w', '<b>w</b> w', ''),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('')),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      '<p>w w</p>',
      '<p>w<br></p>',
      '<h2>w</h2>',
      '<pre><code>w\nw</code></pre>',
      '<p></p>',
    ),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('inside'), { minLength: 1, maxLength: 3 }))
      .map(
        ([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`,
      ),
    fc
      .tuple(fc.constantFrom('blockquote', 'div', 'section'), tie('block'))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc
      .tuple(tie('inside'), tie('inside'))
      .map(([one, two]) => `<table><tr><td>${one}</td><td>w${two}</td></tr></table>`),
    fc.constantFrom('<hr>', '<!-- c -->'),
  ),
}))

const written = (letter: string) =>
  fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => {
    let count = 0
    return blocks.join('').replaceAll('w', () => `${letter}${(count += 1)}${letter}`)
  })

/** Where the caret is, or the two ends of a selection, as shares of all places beside a letter. */
const place = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
)

/** The places beside a letter of `source`. */
const placesIn = (source: string) =>
  [...source.matchAll(/[x\d](?![^<]*>)/g)].flatMap(({ index }) => [index, index + 1])

const lettersOf = (html: string) => (parseInert(html).textContent ?? '').replaceAll(/\s/g, '')

function withMarks(source: string, [start, end]: [number, number | null]): string {
  const places = placesIn(source)
  const at = (share: number) => places[Math.floor(share * (places.length - 1))] ?? 0
  if (end === null) return `${source.slice(0, at(start))}|${source.slice(at(start))}`
  const [from, to] = [Math.min(at(start), at(end)), Math.max(at(start), at(end))]
  if (from === to) return `${source.slice(0, from)}|${source.slice(from)}`
  return `${source.slice(0, from)}[${source.slice(from, to)}]${source.slice(to)}`
}

/** The lines in which pasted blocks can be told from those that were there. */
function linesOf(doc: Node): string[] {
  const lines: string[] = []
  doc.descendants((node) => {
    if (node.isTextblock && node.type.name !== 'codeBlock') lines.push(node.textContent)
  })
  return lines
}

test('no word is lost, repeated or moved by a paste, and only paragraphs join a line', async () => {
  await fc.assert(
    fc.asyncProperty(written('x'), place, written('y'), async (source, where, html) => {
      fc.pre(placesIn(source).length > 0)
      const marked = withMarks(source, where)
      const [before = '', between = '', after = between] = lettersOf(marked).split(/[|[\]]/)
      const text = await editorWith(marked)
      try {
        // Cells that are selected, or that a table is pasted into, are replaced, and it is said.
        const { selection } = text.editor.state
        fc.pre(selection instanceof TextSelection)
        const cleaned = cleanClipboard({ html, text: '' }, 'clean', true).html
        fc.pre(lettersOf(cleaned) !== '')
        const [only, ...others] = parseInert(cleaned).children
        fc.pre(!isInTable(text.editor.state) || only?.localName !== 'table' || others.length > 0)
        await text.paste({ html })
        text.editor.state.doc.check()
        expect(lettersOf(text.html())).toBe(before + lettersOf(cleaned) + after)
        const mayJoin = [...parseInert(cleaned).querySelectorAll('p')]
          .filter((line) => line.closest('li, td, th, div, section') === null)
          .map(({ textContent }) => textContent ?? '')
        for (const line of linesOf(text.editor.state.doc)) {
          const joined = line.includes('x') ? (line.match(/y\d+y/g) ?? []) : []
          expect(joined.filter((word) => !mayJoin.join(' ').includes(word))).toEqual([])
        }
      } finally {
        text.editor.destroy()
      }
    }),
    { numRuns: 40 },
  )
})
