import { expect, test } from 'vitest'
import { contentFindings } from './content-findings.ts'
import { parseText } from '#html/parse/parsed-text.ts'

const find = (html: string) => contentFindings(parseText(html))
const what = (html: string) => find(html).map((finding) => finding.what)

const LONG = 'Some words that go on and on. '.repeat(30)

test.each([
  ['<img src="https://x.y/a.png">', 'Picture without alternative text'],
  ['<img src="https://x.y/a.png" alt="chart_final.PNG">', 'File name as alternative text'],
  ['<img src="https://x.y/a.png" alt="IMG_0042">', 'File name as alternative text'],
  ['<h1>a</h1><h3>b</h3>', 'Heading that skips a level'],
  ['<p><b>Before you start</b></p><p>Sit down.</p>', 'Bold line that looks like a heading'],
  [
    '<p><em><strong>What to do:</strong></em></p><ol><li>a</li></ol>',
    'Bold line that looks like a heading',
  ],
  ['<a href="https://x.y">Click here!</a>', 'Link text that does not say where it leads'],
  ['<a href="https://x.y"><b>this link</b></a>', 'Link text that does not say where it leads'],
  ['<a href="https://x.y"> </a>', 'Link without text'],
  [
    '<a href="https://x.y"><img src="https://x.y/a.png" alt=""></a>',
    'Picture link without alternative text',
  ],
  ['<a href="http://example.org">Guide</a>', 'Link that is not secure'],
  ['<h2> </h2>', 'Empty heading'],
  [
    '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    'Table without headers',
  ],
  ['<p style="color: #999">grey</p>', 'Text that is hard to see'],
  [
    '<p style="background:yellow"><span style="color:white">a</span></p>',
    'Text that is hard to see',
  ],
  ['<p style="color: rgba(0, 0, 0, 0.3)">faint</p>', 'Text that is hard to see'],
  ['<font color="lime">green</font>', 'Text that is hard to see'],
  ['<p>Now PLEASE READ THIS CAREFULLY, then go on.</p>', 'Passage in capital letters'],
  ['<p>НЕ ЗАКРЫВАЙТЕ ЭТУ СТРАНИЦУ</p>', 'Passage in capital letters'],
  [`<p>${LONG}</p>`, 'Very long paragraph'],
  ['<p>Hello {{first name}}</p>', 'Placeholder not filled in'],
  ['<p>Write to <b>[your lab]</b>.</p>', 'Placeholder not filled in'],
  ['<p>In ${minutes} minutes</p>', 'Placeholder not filled in'],
  ['<p>Ask [insert name of researcher].</p>', 'Placeholder not filled in'],
  ['<a href="https://x.y/?id={{%PROLIFIC_PID%}}">Survey</a>', 'Placeholder not filled in'],
  ['1. Read\\n2. Choose', 'Typed numbers instead of a numbered list'],
  ['<p>• a<br>• b</p>', 'Typed bullets instead of a list'],
  ['<p id="a">a</p><p id="a">b</p>', 'Duplicate anchor'],
  ['<p>اقرأ النص then choose</p>', 'Text that mixes writing directions'],
])('in %s it finds: %s', (html, expected) => {
  expect(what(html)).toEqual([expected])
})

test('each finding has a place that can be found again, and says why it matters', () => {
  const html = '<p>a</p><p><img src="https://x.y/a.png" alt="cat"></p><img src="https://x.y/b.png">'
  expect(find(html)).toEqual([
    {
      what: 'Picture without alternative text',
      position: { selector: 'img', nth: 1, quote: '' },
      advice: 'Describe what it shows in a few words, or mark it as decorative.',
    },
  ])
  expect(find('<p>a</p><p>Dear {{name}}</p>')[0]?.position).toEqual({
    selector: 'p',
    nth: 1,
    quote: '{{name}}',
  })
})

test('several placeholders of one line are named one by one', () => {
  expect(find('<p>{{a}} and {{b}}</p>').map(({ position }) => position.quote)).toEqual([
    '{{a}}',
    '{{b}}',
  ])
})

test.each([
  ['<p>1. a<br>2. b</p><p>x</p>', '<ol><li>a</li><li>b</li></ol><p>x</p>'],
  ['<p><b>Before</b></p><P>Sit', '<h2>Before</h2><P>Sit'],
  ['<p>a</p><h2></h2>', '<p>a</p>'],
  ['<p>a<a href="https://x.y"></a></p>', '<p>a</p>'],
])('what is found in %s is mended with one press', (html, expected) => {
  expect(find(html)[0]?.fix?.apply(html)).toBe(expected)
})

const clean = [
  '',
  'Just a line of text.',
  '<p>Read each review and say how it feels.</p>',
  '<ol><li>Read the review</li><li>Choose a feeling</li></ol>',
  '<h1>Reviews</h1><h2>What to do</h2><p>Read.</p><h2>What you get</h2><p>Money.</p>',
  '<h2>Before</h2><h3>Sit down</h3><h3>Relax</h3><h2>After</h2><p>Go.</p>',
  '<p>Read <a href="https://example.org/guide">the guide to ratings</a> first.</p>',
  '<p>See <a href="https://example.org/a">https://example.org/a</a>.</p>',
  '<p>Questions? Write to <a href="mailto:lab@example.org">lab@example.org</a>.</p>',
  '<p><img src="https://example.org/cat.png" alt="A cat on a mat"></p>',
  '<p><img src="https://example.org/line.png" alt=""> A line above.</p>',
  '<table><tr><th>Word</th><th>Sense</th></tr><tr><td>bank</td><td>river</td></tr></table>',
  '<p>It takes 10 minutes. You get £1.50. There are 2 parts.</p>',
  '<p>Use <code>{{name}}</code> and <code>${x}</code> as they are.</p>',
  '<p>As others found [1], and [2, p. 4], it works [sic] (see [Smith 2019]).</p>',
  '<p>NASA, ESA and JAXA use HTML, CSS and JSON in the USA.</p>',
  '<p><strong>Important:</strong> do not close this page.</p>',
  '<p><strong>Please do not close this page before the end.</strong></p><p>Thank you.</p>',
  '<p style="color:#333;background:#fff">Dark enough</p>',
  '<p style="background:#000;color:#fff">White on black</p>',
  '<p style="font-weight:bold;color:inherit">Only bold</p>',
  '<p dir="rtl">اقرأ النص ثم اختر OK</p>',
  '<p>The Hebrew word שלום is a greeting that is used every day.</p>',
  '<p>请阅读下面的评论，然后选择一种感受。</p>',
  '<p>Lesen Sie den Text – dann wählen Sie. Dauer: 5 – 10 Minuten.</p>',
  '<p>Pick a number - any number - and keep it.</p>',
  '<p>On 3. May we met. On 4. May we left.</p>',
  '<p>- Anna Schmidt, University of X</p>',
  '<dl><dt>Item</dt><dd>One row of the data</dd></dl>',
  '<blockquote><p>To be or not to be.</p></blockquote><hr><p>x<sup>2</sup></p>',
  '<ul><li><b>Fast</b></li><li><b>Slow</b></li></ul>',
  '<p><b>Yes</b></p><p><b>No</b></p>',
  '<details><summary>More on your data</summary><p>It is deleted.</p></details>',
  `<p>${'A fair paragraph of ten words is easy to read. '.repeat(12)}</p>`,
]

test.each(clean)('there is nothing to look at in: %s', (html) => {
  expect(what(html)).toEqual([])
})
