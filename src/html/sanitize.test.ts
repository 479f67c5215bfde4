import { expect, test } from 'vitest'
import { outgoingHtml } from './sanitize.ts'

test('keeps the documented example byte for byte', () => {
  const source = '<ol><li>Read each review carefully</li><li>Select</li></ol>'
  expect(outgoingHtml(source)).toEqual({ html: source, removed: [] })
})
test.each([
  '<ol start="3" type="a"><li value="4">x</li></ol>',
  '<p dir="rtl" lang="ar" style="text-align: right">x</p>',
  '<a href="https://x.org?pid={{%PROLIFIC_PID%}}" target="_blank" rel="noopener">x</a>',
  '<table><caption>c</caption><thead><tr><th scope="col" colspan="2">h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  'a<br/>b &copy; &lt;',
  '<UL><LI>one<LI>two</UL>',
  '<!-- note --><p>x</p>',
  '<img src="https://x.org/a.png" alt="a" width="20">',
  '<details open><summary>s</summary>x</details>',
  '<p title=" spaced ">x</p>',
])('%s is kept', (source) => {
  expect(outgoingHtml(source)).toEqual({ html: source, removed: [] })
})

test.each([
  ['<p onclick=alert(1)>x</p>', '<p>x</p>'],
  ['<td colspan=1000000>x', '<td colspan=1000000>x'],
  [
    '<table><td colspan=100000>x</table>',
    '<table><tbody><tr><td colspan="100">x</td></tr></tbody></table>',
  ],
  ['<ol start=abc><li>x</ol>', '<ol><li>x</li></ol>'],
  ['<p style="position:fixed;color:red">x', '<p style="color:red">x</p>'],
  ['<form><input name=nodeName>x</form>', 'x'],
  ['<p is="x-widget">this <b is>is</b> x</p>', '<p>this <b>is</b> x</p>'],
  ['<iframe src=x>fallback</iframe>after', 'after'],
])('%s leaves as %s', (source, expected) => {
  expect(outgoingHtml(source).html).toBe(expected)
})
