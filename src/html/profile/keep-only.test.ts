import type { ProfileName } from './profile-names.ts'
import { expect, test } from 'vitest'
import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { keepOnly } from './keep-only.ts'
import { keptHtml } from '#html/safety/kept-html.ts'
import { profiles } from './profiles.ts'

function kept(html: string, keeps: ProfileName = 'published') {
  return serializeFragment(keepOnly(parseInert(html), profiles[keeps]))
}

test.each([
  ['<h3>Before</h3><p>you start</p>', 'Before<p>you start</p>'],
  ['<p>one<br>two<br> three</p>', '<p>one two three</p>'],
  ['<p>Read <a href="https://example.org"><b>this</b></a>.</p>', '<p>Read <b>this</b>.</p>'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b c'],
  ['<p>x</p>a<div>b</div><span>c</span>', '<p>x</p>a b c'],
  ['<b>a<div>b</div></b>c', '<b>a b </b>c'],
  ['<ol start="3" class="x"><li value="4">a</li></ol>', '<ol><li>a</li></ol>'],
  ['<p>a<!-- note -->b<img src="https://x.y/z.png" alt="A cat"></p>', '<p>ab</p>'],
  ['<p>H<sub>2</sub>O</p>', '<p>H2O</p>'],
  ['<label>Yes</label><label>No</label>', 'Yes No'],
  [
    '<span style="color:red;display: inline-block">Yes</span><span style="float:left">No</span>.',
    'Yes No.',
  ],
  ['<b style="display:block">Note</b>read', '<b>Note</b> read'],
  ['<i style="display: inline">un</i><code>able</code>', '<i>un</i>able'],
  ['<p>one<br>"two"<b></b><br>…</p>', '<p>one "two"<b></b> …</p>'],
])('of %s its words stay', (html, expected) => {
  expect(kept(html)).toBe(expected)
})

test('a wider profile keeps more', () => {
  const html =
    '<h3>a</h3><p class="x">b<br><a href="https://x.y" title="t">c</a></p><table></table>'
  expect(kept(html, 'basic')).toBe('<h3>a</h3><p>b<br><a href="https://x.y">c</a></p>')
  expect(kept(html, 'safe')).toBe(html)
})

test('what is inside the profile keeps its bytes', () => {
  const html = '<P>a &amp b<ul><li>c</ul>'
  expect(keptHtml(html, 'published')).toBe(html)
})

test('the words of a picture are its alternative text', () => {
  expect(keptHtml('<p>See<img src="https://x.y/z.png" alt="a cat">here</p>', 'published')).toBe(
    '<p>See a cat here</p>',
  )
})

test('code and handlers are never kept as words', () => {
  expect(keptHtml('<p onclick="x()">a</p><script>alert(1)</script>', 'published')).toBe('<p>a</p>')
})
