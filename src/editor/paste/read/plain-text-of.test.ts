import { expect, test, vi } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'
import { pasteFixtures } from '#editor/paste/fixtures/paste-fixtures.ts'
import { plainTextOf } from './plain-text-of.ts'
import { visibleWords } from './visible-words.ts'

// Every fixture is cleaned twice in one test.
vi.setConfig({ testTimeout: 120_000 })

/** What "Paste as plain text" puts into the editor for a file, which brings no text of its own. */
const asPlainText = (html: string) => cleanClipboard({ html, text: '' }, 'plain', true).html

test.each([
  [
    'items around a list',
    '<ul><li>Read<ol><li>twice</li></ol>with care</li></ul>',
    '<p>Read</p><p>twice</p><p>with care</p>',
  ],
  [
    'items above a list',
    '<ol><li>Read the review<ul><li>twice</li></ul></li><li>Answer</li></ol>',
    '<p>Read the review</p><p>twice</p><p>Answer</p>',
  ],
  [
    'paragraphs of items',
    '<ul><li>a<p>b</p></li><li><p>c</p><p>d</p></li></ul>',
    '<p>a</p><p>b</p><p>c</p><p>d</p>',
  ],
  [
    'captions and cells',
    '<table><caption>Scale</caption><tr><th>1</th><td></td><td>bad</td></tr><tr><td>2<td>good</table>',
    '<p>Scale</p><p>1 bad</p><p>2 good</p>',
  ],
  [
    'cells around a table',
    '<table><tr><td>out<table><tr><td>a</td><td>b</td></tr></table>side</td><td>c</td><td>d</td></tr></table>',
    '<p>out</p><p>a b</p><p>side</p><p>c d</p>',
  ],
  [
    'cells of several lines',
    '<table><tr><td>one<br>two</td><td><p>three</p><p>four</p></td><td>five</td><td>six</td></tr></table>',
    '<p>one<br>two</p><p>three</p><p>four</p><p>five six</p>',
  ],
  ['line breaks', '<p>a<br>b</p>', '<p>a</p><p>b</p>'],
  ['line breaks of a paragraph', '<p>a<br> b</p><p>c</p>', '<p>a<br>b</p><p>c</p>'],
  [
    'words in boxes and outside of all',
    'bare <div>in <b>a</b> box<section>deep</section></div> after<blockquote>quoted</blockquote>',
    '<p>bare</p><p>in a box</p><p>deep</p><p>after</p><p>quoted</p>',
  ],
  [
    'words that a source has spread over lines',
    '<h2>A\n   title</h2><p>one\n\n  <i>two</i>\tthree</p>',
    '<p>A title</p><p>one two three</p>',
  ],
  [
    'terms and lines of code',
    '<dl><dt>Term</dt><dd>Meaning</dd></dl><pre>x\n\ny</pre>',
    '<p>Term</p><p>Meaning</p><p>x</p><p>y</p>',
  ],
  ['words without what is hidden', '<p>a<span style="display:none">b</span></p>', '<p>a</p>'],
])('as plain text a file keeps its %s', (_what, html, plain) => {
  expect(asPlainText(html)).toBe(plain)
})

test('code keeps its white space, and cells stand a tab apart', () => {
  const code = '<pre>\nif x:\n\n    <b>y</b>  = 1<br>z\n</pre>'
  const table = '<table><tr><td> 1</td><td>\n2 </td></tr></table>'
  expect(plainTextOf(parseInert(code + table))).toBe('if x:\n\n    y  = 1\nz\n\n1\t2')
})

test('as plain text every program keeps the words that it keeps with formatting', () => {
  const wordsOf = (html: string) => visibleWords(parseInert(html))
  const captures = pasteFixtures.flatMap(({ html }) => html ?? [])
  expect(captures.length).toBeGreaterThan(20)
  for (const html of captures) {
    const formatted = cleanClipboard({ html, text: '' }, 'clean', true).html
    expect(wordsOf(asPlainText(html))).toEqual(wordsOf(formatted))
  }
})
