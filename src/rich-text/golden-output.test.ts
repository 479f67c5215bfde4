import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { extensions } from './extensions.ts'
import { createLosslessDocument } from './lossless-document.ts'

/*
 * What the editor writes for blocks that were edited. Tiptap's output changes between minor versions;
 * a change here is a change in what participants get, and has to be meant.
 */
const schema = getSchema(extensions)

/** The document as if every block had been edited. */
function written(doc: Node) {
  const stranger = createLosslessDocument(schema)
  stranger.open('')
  const blocks = stranger.blocksOf(doc)
  return blocks.map(({ html }) => html).join('')
}

test.each([
  '<p>plain</p>',
  '<p>one</p><p>two</p>',
  '<p>x</p><p><br></p><p>y</p>',
  '<p>x<br></p>',
  '<h1>a</h1><h2>b</h2><h3>c</h3>',
  '<ul><li>one</li><li>two</li></ul>',
  '<ol><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ol>',
  '<ul><li><p>loose</p></li></ul>',
  '<ul><li><p>a</p><p>b</p></li></ul>',
  '<ul><li>a<p>b</p></li></ul>',
  '<ul><li>a<br>b</li></ul>',
  '<ol start="3"><li>x</li></ol>',
  '<ol type="a"><li>x</li></ol>',
  '<ol start="1"><li>x</li></ol>',
  '<ol reversed=""><li value="4">x</li></ol>',
  '<ul><li><h3>h</h3>t</li></ul>',
  '<ul><li><blockquote>q</blockquote></li></ul>',
  '<p><b>b</b><strong>s</strong><i>i</i><em>e</em></p>',
  '<p><s>s</s><del>d</del><strike>k</strike><u>u</u></p>',
  '<p><code>c</code></p>',
  '<p><a href="https://example.org">l</a></p>',
  '<p><a href="mailto:a@b.org">m</a> <a href="tel:+1">t</a></p>',
  '<blockquote>bare</blockquote>',
  '<blockquote><p>a</p><p>b</p></blockquote>',
  '<pre><code>x\n y</code></pre>',
  '<pre><code class="language-js">x</code></pre>',
  '<hr>',
  '<p>{{%PID%}} ${x}</p>',
  '<p>مرحبا <b>بكم</b> 👩‍👩‍👧</p>',
])('%s is written as it was', (source) => {
  const doc = createLosslessDocument(schema).open(source)
  expect(written(doc)).toBe(source)
  expect(doc.children.every(({ type }) => type.name !== 'protectedPart')).toBe(true)
})

test.each([
  ['<P>Upper</P>', '<p>Upper</p>'],
  ['bare', '<p>bare</p>'],
  ['a<br>b<br/>c', '<p>a<br>b<br>c</p>'],
  ['<p>a &lt; b &amp;&nbsp;c &copy; "q"</p>', '<p>a &lt; b &amp;&nbsp;c © "q"</p>'],
  ['<p>  many   spaces </p>', '<p>many spaces</p>'],
  ['<p></p><p>x</p>', '<p><br></p><p>x</p>'],
  ['<h1></h1><p>x</p>', '<h1><br></h1><p>x</p>'],
  ['<UL><LI>one<LI>two</UL>', '<ul><li>one</li><li>two</li></ul>'],
  ['<ul><li></li></ul>', ''],
  ['<ul><li><br></li></ul>', ''],
  ['<p><i><b>both</b></i></p>', '<p><b><i>both</i></b></p>'],
  ['<p><strong>a</strong><strong>b</strong></p>', '<p><strong>ab</strong></p>'],
  [
    '<p><a title="t" target="_blank" rel="noopener" class="c" href="https://example.org?a=1&amp;b=2">l</a></p>',
    '<p><a href="https://example.org?a=1&amp;b=2" target="_blank" rel="noopener" class="c" title="t">l</a></p>',
  ],
  ['<p><b><a href="#x">l</a></b></p>', '<p><a href="#x"><b>l</b></a></p>'],
  ['<p>x</p><hr/><p>y</p>', '<p>x</p><hr><p>y</p>'],
])('%s is written as %s', (source, expected) => {
  const doc = createLosslessDocument(schema).open(source)
  expect(written(doc)).toBe(expected)
})

test.each([
  '<h4>d</h4>',
  '<p><span style="font-weight: bold">x</span></p>',
  '<pre>bare</pre>',
  '<table><tr><td>1</td></tr></table>',
  '<div>box</div>',
  '<p class="c">x</p>',
  '<p>press <kbd>F</kbd></p>',
  '<p>x</p><!-- c -->',
  '<p dir="rtl">مرحبا</p>',
])('%s is kept in a protected part', (source) => {
  const doc = createLosslessDocument(schema).open(source)
  expect(doc.children.some(({ type }) => type.name === 'protectedPart')).toBe(true)
  expect(written(doc)).toBe(source)
})
