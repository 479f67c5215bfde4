import { expect, test } from 'vitest'
import { contentFindings } from './content-findings.ts'
import { parseText } from '#html/parse/parsed-text.ts'
import { formattingOfVisible } from './visible-markup.ts'

const findings = (html: string) =>
  contentFindings(parseText(html)).filter(({ what }) => what === 'HTML that is shown as text')

test.each([
  ['&lt;p&gt;Read &lt;b&gt;each&lt;/b&gt; text&lt;/p&gt;', '<p>Read <b>each</b> text</p>'],
  ['<p>Read &lt;b&gt;each&lt;/b&gt; text</p>', '<p>Read <b>each</b> text</p>'],
  [
    '<P>Kept</P><p>a&lt;br&gt;b</p><p>Kept &copy;</p>',
    '<P>Kept</P><p>a<br>b</p><p>Kept &copy;</p>',
  ],
  ['<p>&lt;P&gt;one&lt;/P&gt;</p>', '<p>one</p>'],
  ['<p>a&amp;nbsp;b</p>', '<p>a&nbsp;b</p>'],
  [
    '<p>See &lt;a href="https://x.org/?a=1&amp;amp;b=2"&gt;this&lt;/a&gt;</p>',
    '<p>See <a href="https://x.org/?a=1&amp;b=2">this</a></p>',
  ],
])('participants would see the tags of %s, and they can become formatting', (html, formatted) => {
  const [finding, ...others] = findings(html)
  expect(others).toEqual([])
  expect(finding?.advice).toMatch(/^Participants would see tags, such as [<&]/)
  expect(finding?.fix?.apply(html).trim()).toBe(formatted)
  expect(findings(formatted)).toEqual([])
})

test('source that was pasted line by line becomes what it stands for', () => {
  const html =
    '<p>&lt;h2&gt;Aim&lt;/h2&gt;</p><p>&lt;ol&gt;</p><p>&lt;li&gt;one&lt;/li&gt;</p><p>&lt;li&gt;two&lt;/li&gt;</p><p>&lt;/ol&gt;</p>'
  expect(formattingOfVisible(html)?.replaceAll('\n', '')).toBe(
    '<h2>Aim</h2><ol><li>one</li><li>two</li></ol>',
  )
})

test.each([
  '<p>If a &lt; b and c &gt; d, or p &lt; .05</p>',
  '<p>I &lt;3 cats, see <https: at all</p>',
  '<p>Write to &lt;anna@lab.org&gt; or "Anna" &lt;a@b.org&gt;</p>',
  '<p>Dear &lt;name&gt;, the &lt;title&gt; of &lt;your study&gt; &lt;b&gt;</p>',
  '<p>Is <code>&lt;b&gt;bold&lt;/b&gt;</code> right? AT&amp;T</p>',
  '<pre>&lt;p&gt;code&lt;/p&gt;</pre>',
  '<p>x &lt;-- y --&gt; z &lt;&gt; &lt;Enter&gt;</p>',
])('nothing is said of %s', (html) => {
  expect(findings(html)).toEqual([])
})

test.each([
  '<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>',
  '<p>a &lt;b onclick="go()"&gt;b&lt;/b&gt;</p>',
])('what is unsafe in %s stays text', (html) => {
  expect(formattingOfVisible(html)).toBeNull()
  expect(findings(html).map(({ fix }) => fix)).toEqual([undefined])
})
