import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlankHtml } from './blank.ts'
import { parseInert } from './inert-document.ts'

test.each([
  '',
  '   \n',
  '<p></p>',
  '<p><br></p>',
  '<p>&nbsp;</p>',
  '<p>&nbsp</p>',
  '<p>&#160;&#xA0;&ensp;</p>',
  '<p>\u200b\u2060\ufeff</p>',
  '<p>&ZeroWidthSpace;&shy;&zwj;</p>',
  '<ul><li></li></ul>',
  '<h1><strong> </strong></h1>',
  '<!-- only a note -->',
  '<style>p { color: red }</style><script>run()</script>',
  '<p title="a > b"></p>',
  '<p',
])('%s shows nothing', (html) => {
  expect(isBlankHtml(html)).toBe(true)
})

test.each([
  'x',
  '<p>x</p>',
  '<p>&amp;</p>',
  '<p>&lt;</p>',
  '<p>&#65;</p>',
  '<p>&#0;</p>',
  '<p>0</p>',
  '<p>🙂</p>',
  '<img src="https://example.org/a.png">',
  '<HR>',
  '<table><tr><td></td></tr></table>',
  'a < b',
  '<p>&unknown;</p>',
])('%s shows something', (html) => {
  expect(isBlankHtml(html)).toBe(false)
})

test('agrees with the browser’s own parser about any words and tags', () => {
  const part = fc.constantFrom(
    ...'<p>|</p>|<b title="<i>x">|</b>|<!-- x -->|<!-->|&nbsp;|&#8203;|&amp;|x|<|</|>| |<style>x</style>|<ul>|<br/>|<li a=\'>\'>|\u200d'.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const html = parts.join('')
      const fragment = parseInert(html)
      for (const style of fragment.querySelectorAll('style')) style.remove()
      const text = fragment.textContent ?? ''
      const shown = /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)
      expect(isBlankHtml(html)).toBe(!shown)
    }),
    { numRuns: 1000 },
  )
})
