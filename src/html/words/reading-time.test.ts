// @vitest-environment node
import { expect, test } from 'vitest'
import { readingTime } from './reading-time.ts'

test.each([
  ['', 0, 0],
  ['<p>One two</p><p>three</p>', 3, 1],
  ['<b>S</b>tep one<br>two', 3, 1],
  ['<p>don&rsquo;t&nbsp;stop</p>', 2, 1],
  ['<!-- not this --><style>nor {this}</style>', 0, 0],
  ['word '.repeat(500), 500, 3],
])('%s', (html, words, minutes) => {
  expect(readingTime(html)).toEqual({ words, minutes })
})
