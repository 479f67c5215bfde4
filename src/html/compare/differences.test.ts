import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { align } from './align.ts'
import { differencesOf } from './differences.ts'

const told = (before: string, after: string) =>
  differencesOf(before, after).map(({ kind, what }) => `${kind}: ${what}`)

test.each([
  ['<p>a</p>', '<P>a</P>'],
  ['<ul><li>one<li>two</ul>', '<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>'],
  ['<p>fish &amp; chips</p>', '<p>fish &#38;   chips'],
  ['<p class="a" id="b">x</p>', '<p id=b class=a>x</p>'],
  ['', ''],
])('%j and %j mean the same', (before, after) => {
  expect(told(before, after)).toEqual([])
})

test.each([
  ['<p>Press <kbd>Enter</kbd></p>', '<p>Press Enter</p>', ['lost: Keyboard key “Enter”']],
  ['<p>plain</p>', '<p><b>plain</b></p>', ['added: Bold “plain”']],
  ['<h3>Part</h3>', '<h2>Part</h2>', ['changed: Small heading “Part” became Subtitle']],
  ['<p dir="rtl">مرحبا</p>', '<p>مرحبا</p>', ['lost: Text direction of Paragraph “مرحبا”']],
  ['<p>x</p>', '<p class="lead">x</p>', ['added: Class of Paragraph “x”']],
  [
    '<ol start="3"><li>x</li></ol>',
    '<ol start="1"><li>x</li></ol>',
    ['changed: First number of Numbered list “x”: “3” became “1”'],
  ],
  ['<p>the colour red</p>', '<p>the color red</p>', ['changed: “colour” became “color”']],
  ['<p>one two three</p>', '<p>one three</p>', ['lost: The words “two”']],
  [
    '<p>one</p>',
    '<p>one</p><p>more words</p>',
    ['added: Paragraph “more words”', 'added: The words “more words”'],
  ],
  [
    '<p><b>one two</b></p>',
    '<p><b>one</b> two</p>',
    ['changed: Bold “one two” ends in a different place'],
  ],
  ['<!-- note --><p>x</p>', '<p>x</p>', ['lost: Comment “note”']],
  ['<p>a<br>b</p>', '<p>a b</p>', ['lost: Line break']],
])('%j to %j is said in words', (before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

test('a place counts the elements of its name', () => {
  const [difference] = differencesOf('<p><b>a</b> <b>b</b></p>', '<p><b>a</b> b</p>')
  expect(difference?.position).toEqual({ selector: 'b', nth: 1, quote: 'b' })
})

test('two long texts that have nothing in common are compared in no time', () => {
  const text = (word: string) => `<p>${`${word} `.repeat(50_000)}</p>`
  expect(told(text('one'), text('two'))).toHaveLength(1)
})

test('lists are aligned in order, and as long as any other alignment', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  const longest = (one: readonly string[], other: readonly string[]): number => {
    const lengths = Array.from({ length: one.length + 1 }, () =>
      Array.from({ length: other.length + 1 }, () => 0),
    )
    one.forEach((a, i) =>
      other.forEach((b, j) => {
        const row = lengths[i + 1]
        const here = a === b ? (lengths[i]?.[j] ?? 0) + 1 : 0
        if (row) row[j + 1] = Math.max(here, lengths[i]?.[j + 1] ?? 0, row[j] ?? 0)
      }),
    )
    return lengths[one.length]?.[other.length] ?? 0
  }
  fc.assert(
    fc.property(list, list, (one, other) => {
      const pairs = align(one, other)
      expect(pairs.every(([a, b]) => one[a] === other[b])).toBe(true)
      pairs.slice(1).forEach(([a, b], index) => {
        expect(a).toBeGreaterThan(pairs[index]?.[0] ?? -1)
        expect(b).toBeGreaterThan(pairs[index]?.[1] ?? -1)
      })
      expect(pairs).toHaveLength(longest(one, other))
    }),
  )
})
