import { expect, test } from 'vitest'
import { removedInWords } from './removed-words.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'

test.each([
  ['<p>x</p><script>alert(1)</script>', ['1 script']],
  ['<script>1</script><script>2</script>', ['2 scripts']],
  ['<a href="#a" onclick="x()">x</a>', ['the click handler of a link']],
  ['<a href="javascript:alert(1)">x</a>', ['the address of a link']],
  [
    '<p onmouseover="x()">a</p><p onmouseover="x()">b</p>',
    ['the mouseover handler of a paragraph (2 times)'],
  ],
  ['<p style="position: fixed">x</p>', ['the style “position” of a paragraph']],
  ['<iframe src="https://example.org"></iframe>', ['1 embedded page']],
  ['<foo>x</foo>', ['1 element <foo>']],
  ['<constructor>x</constructor>', ['1 element <constructor>']],
  ['<p constructor="x">x</p>', ['the “constructor” of a paragraph']],
  ['<img src="http://example.org/a.png" alt="a">', ['the “src” of a picture']],
])('what %j loses is told', (html, expected) => {
  expect(removedInWords(outgoingHtml(html).removed)).toEqual(expected)
})
