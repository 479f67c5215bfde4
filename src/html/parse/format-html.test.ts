import { expect, test } from 'vitest'
import { formatHtml, judge } from './format-html.ts'
import { parseInert } from './inert-document.ts'
import { sameFormatting } from '#html/compare/same-formatting.ts'

test('parts get lines of their own and readers see the same', async () => {
  expect(await formatHtml('<ol><li>One <b>bold</b></li><li>Two</li></ol><p>a<br>b</p>')).toEqual({
    ok: true,
    html: '<ol>\n  <li>One <b>bold</b></li>\n  <li>Two</li>\n</ol>\n<p>a<br>b</p>',
  })
})

test.each([
  '<pre>  kept\n   as it is</pre><p>x</p>',
  '<P CLASS="a">fish &amp; chips</P>',
  '<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  '<p>one<b>two</b>three</p><p><i>a</i><i>b</i></p>',
  'bare text<p>x</p>',
])('%j is formatted without a difference that can be seen, or not at all', async (html) => {
  const formatted = await formatHtml(html)
  const after = formatted.ok ? formatted.html : html
  expect(sameFormatting(parseInert(html), parseInert(after))).toBe(true)
})

test('what would change the text is refused, with what it would have changed', () => {
  expect(judge('<p>one<b>two</b></p>', '<p>one <b>two</b> more</p>')).toEqual({
    ok: false,
    reason:
      'Not formatted, because participants would see a difference: The words “more”. Your text is unchanged.',
  })
})

test('spaces that a style makes visible are left alone', () => {
  const html = '<p style="white-space: pre">a  b</p>'
  expect(judge(html, '<p style="white-space: pre">a b</p>').ok).toBe(false)
  expect(judge(html, html).ok).toBe(true)
})
