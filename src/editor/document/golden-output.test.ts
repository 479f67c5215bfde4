import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { extensions } from '#editor/schema/extensions.ts'
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
  '<h4>d</h4><h5>e</h5><h6>f</h6>',
  '<p><i><b>both</b></i></p>',
  '<p><b>a<i>b</i></b><i>c</i></p>',
  '<p><strong>a</strong><strong>b</strong></p>',
  '<p><b><b>twice</b></b></p>',
  '<p><b><a href="#x">l</a></b></p>',
  '<p><a title="t" target="_blank" rel="noopener" class="c" href="https://example.org?a=1&amp;b=2">l</a></p>',
  '<p><a name="here">place</a> <a href="https://example.org/x.pdf" download="" hreflang="en">file</a></p>',
  '<p><span style="font-weight: bold">x</span></p>',
  '<p><span style="color:red;font-size:14px">x</span> y</p>',
  '<p>press <kbd>Ctrl</kbd><kbd>C</kbd></p>',
  '<p><kbd><kbd>Ctrl</kbd>+<kbd>C</kbd></kbd></p>',
  '<p>H<sub>2</sub>O, x<sup>2</sup>, <mark>m</mark>, <small>s</small>, <abbr title="t">a</abbr></p>',
  '<p>a<wbr>b<!-- note --> c</p>',
  '<p><b></b><span class="icon"></span>x</p>',
  '<p class="c" id="i" data-x="1" title="t" lang="de" style="margin: 0">x</p>',
  '<p dir="rtl">مرحبا</p>',
  '<p align="center">x</p>',
  '<ul class="c"><li id="i">x</li></ul>',
  '<ol type="i" start="3" class="c"><li class="d" value="4">x</li></ol>',
  '<menu><li>x</li></menu>',
  '<div>box</div>',
  '<div class="box"><p>a</p><p>b</p></div>',
  '<div>bare<p>b</p>bare again</div>',
  '<div><div>one</div><div><br></div><div>two</div></div>',
  '<div style="height: 20px"></div><p>x</p>',
  '<section id="s"><h2>h</h2><div>t</div></section>',
  '<details open=""><summary>more</summary><p>text</p></details>',
  '<dl><dt>t</dt><dd>d</dd><dd><p>e</p></dd></dl>',
  '<figure>f<figcaption>c</figcaption></figure>',
  '<pre>bare</pre>',
  '<pre>a <b>b</b>\n  c</pre>',
  '<pre>\n\nx</pre>',
  '<pre><code class="language-js"><span class="k">if</span></code></pre>',
  '<blockquote cite="https://example.org" class="c">q</blockquote>',
  '<p>a<br class="c">b</p><hr class="c">',
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
  ['<p>x</p><hr/><p>y</p>', '<p>x</p><hr><p>y</p>'],
])('%s is written as %s', (source, expected) => {
  const doc = createLosslessDocument(schema).open(source)
  expect(written(doc)).toBe(expected)
})

test.each(['<table></table>', '<p>x</p><!-- c -->'])('%s is kept in a protected part', (source) => {
  const doc = createLosslessDocument(schema).open(source)
  expect(doc.children.some(({ type }) => type.name === 'protectedPart')).toBe(true)
  expect(written(doc)).toBe(source)
})
