import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import { rangeOfPosition } from './find-place.ts'
import { indexInHtml, inkPositionInDocument, inkPositionInHtml, positionInDocument } from './ink.ts'

const schema = getSchema(extensions)

test.each([
  '<p>One two</p><p>Three</p>',
  '<P>fish &amp; chips&nbsp;&copy; x</P>\n\n<ul><li>one<li>two</ul> bare',
  '<p>a<!-- c -->b</p><ruby>c<rt>d</rt></ruby><p>e</p>',
  '<p></p><p><br></p>',
  '',
])('a caret finds its words again in %j, there and back', (html) => {
  const doc = createLosslessDocument(schema).open(html)
  for (let index = 0; index <= html.length; index += 1) {
    const position = inkPositionInHtml(html, index)
    const there = positionInDocument(doc, position)
    expect(inkPositionInHtml(html, indexInHtml(html, position)).ink).toBe(position.ink)
    const node = doc.nodeAt(there)
    const isPart = node?.isAtom === true && !node.isText
    // All that is in a protected part is one place.
    expect(isPart || inkPositionInDocument(doc, there).ink === position.ink).toBe(true)
  }
})

test.each([
  [
    '<p>a</p><img src="x"><p>b <img alt="y"></p>',
    { selector: 'img', nth: 1, quote: '' },
    '<img alt="y">',
  ],
  ['<p>one</p><p>two words</p>', { selector: 'p', nth: 1, quote: 'two' }, '<p>'],
  [
    '<table><tr><td>a <b>cell</b></table>',
    { selector: 'tbody', nth: 0, quote: 'a cell' },
    'a <b>cell',
  ],
  ['<p>fish &amp; chips</p>', { selector: '', nth: 0, quote: 'fish & chips' }, 'fish &amp; chips'],
  ['<p>a long line of words</p>', { selector: 'h1', nth: 0, quote: 'a long line…' }, 'a long line'],
])('in %j a place is found by its tag or its words', (html, place, expected) => {
  const range = rangeOfPosition(html, place)
  expect(html.slice(range?.from, range?.to)).toBe(expected)
})

test('a place that is in no way there is not found', () => {
  expect(rangeOfPosition('<p>x</p>', { selector: 'img', nth: 0, quote: 'gone' })).toBeNull()
})
