import { expect, test } from 'vitest'
import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { sameNodes } from '#html/compare/same-dom.ts'
import { cleanFragment, outgoingHtml } from './sanitize.ts'

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
  '<p>x</p><!-- note -->write &lt;b&gt;',
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
  ['<p>write <!-- so --> &lt;b&gt;</p>', '<p>write  &lt;b&gt;</p>'],
  ['<p><!-- a --><x-a>&lt;i&gt;</x-a></p>', '<p>&lt;i&gt;</p>'],
  ['write <!-- so -->&lt;b&gt;<p><!-- or so --></p>', 'write &lt;b&gt;<p><!-- or so --></p>'],
  ['<p is="x-widget">this <b is>is</b> x</p>', '<p>this <b>is</b> x</p>'],
  ['<iframe src=x>fallback</iframe>after', 'after'],
  ['<x-a>Positive</x-a><x-b>Negative</x-b>', 'Positive Negative'],
  ['<x-g><x-a>Yes</x-a></x-g><x-g><x-b>No</x-b></x-g>', 'Yes No'],
  ['Rate<button>Good</button><button>Bad</button>.', 'Rate Good Bad.'],
  ['<select><option>$5</option><option>$10</option></select>', '$5 $10'],
  ['Name<input>Age<svg><text>x</text></svg>Town', 'Name Age Town'],
  ['A<!-- note --><x-b>(b)</x-b>c', 'A<!-- note --> (b) c'],
  ['<fieldset><legend>Q</legend>a</fieldset>b', 'Q a b'],
  [
    '<span style="position:absolute;left:0">Yes</span><span style="position:absolute">No</span>',
    '<span>Yes</span> <span>No</span>',
  ],
  ['un<script>x</script>believ<nobr>able</nobr>', 'unbelievable'],
  ['<st1:City>London</st1:City>s<o:p></o:p>', 'Londons'],
])('%s leaves as %s', (source, expected) => {
  expect(outgoingHtml(source).html).toBe(expected)
})

test.each([
  '<p><object><p>x</p></object></p>',
  '<p>a<fieldset><table><tr><td>b</td></tr></table></fieldset></p>',
  '<h1><button><h2>x</h2></button></h1>',
  '<a href="https://x.org">a<x-a><button><a href="https://y.org">b</a></button></x-a></a>',
])('what is cleaned of %s is the document that is shown', (source) => {
  const { html } = outgoingHtml(source)
  expect(serializeFragment(cleanFragment(source))).toBe(html)
  expect(sameNodes(cleanFragment(source), parseInert(html))).toBe(true)
  expect(outgoingHtml(html)).toEqual({ html, removed: [] })
})
