import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInert } from './inert-document.ts'
import { sameNodes } from '#html/compare/same-dom.ts'
import { splitBlocks } from './split-blocks.ts'

test.each([
  ['<p>a</p><p>b</p>', ['<p>a</p>', '<p>b</p>']],
  ['<p>a</p>\n<ul><li>b</li></ul>\n', ['<p>a</p>\n', '<ul><li>b</li></ul>\n']],
  ['<p>a<p>b', ['<p>a', '<p>b']],
  ['bare<p>a</p>', ['bare', '<p>a</p>']],
  ['', []],
])('%s is cut at its blocks', (source, pieces) => {
  expect(splitBlocks(source)).toEqual(pieces)
})

const markup = fc
  .array(
    fc.constantFrom(
      ...'<p>|</p>|<ul>|</ul>|<li>|</li>|<b>|</b>|<i>|</i>|<a href=x>|</a>|<div>|</div>|<h1>|</h2>|<br>|<hr>|<table>|<td>|</table>|<!-- c -->|<pre>|</pre>|text| |\n|&amp;|<|>|<section>|</section>|<img>|<center>'.split(
        '|',
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

test('pieces joined are the source, and each parses alone to its share of the whole', () => {
  fc.assert(
    fc.property(markup, (source) => {
      const pieces = splitBlocks(source)
      expect(pieces.join('')).toBe(source)
      const whole = parseInert(source)
      const together = parseInert('')
      for (const piece of pieces) together.append(...parseInert(piece).childNodes)
      expect(sameNodes(whole, together)).toBe(true)
    }),
    { numRuns: 500 },
  )
}, 60_000)
