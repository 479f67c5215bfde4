import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'

const schema = getSchema(extensions)

function read(source: string) {
  const text = createLosslessDocument(schema)
  return { text, doc: text.open(source) }
}

/** The document as if every block had been edited. */
function written(doc: Node) {
  const stranger = createLosslessDocument(schema)
  stranger.open('')
  return stranger
    .blocksOf(doc)
    .map(({ html }) => html)
    .join('')
}

function typesIn(doc: Node): string[] {
  const types: string[] = []
  doc.descendants((node) => {
    types.push(node.type.name)
  })
  return types
}

const tables = [
  '<table><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><tbody><tr><td></td><td>x</td></tr></tbody></table>',
  '<table><tbody><tr><td><p>1</p></td></tr></tbody></table>',
  '<table><tbody><tr><td><p>1</p><p>2</p></td></tr></tbody></table>',
  '<table><tbody><tr><td>a<p>b</p></td></tr></tbody></table>',
  '<table><tbody><tr><td>a<br>b</td></tr></tbody></table>',
  '<table><tbody><tr><td>a<ul><li>b</li></ul></td></tr></tbody></table>',
  '<table><tbody><tr><td><ol start="3"><li>b</li></ol></td></tr></tbody></table>',
  '<table><tbody><tr><td><h3>h</h3>t</td></tr></tbody></table>',
  '<table><tbody><tr><td><b>b</b> <a href="https://example.org">l</a></td></tr></tbody></table>',
  '<table><tbody><tr><td>&nbsp;</td></tr></tbody></table>',
  '<table><caption>Prices</caption><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><caption class="c">The <em>new</em> prices</caption><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><thead><tr><th scope="col">h</th><th scope="col">i</th></tr></thead><tbody><tr><th scope="row">1</th><td>2</td></tr></tbody><tfoot><tr><td>a</td><td>b</td></tr></tfoot></table>',
  '<table><thead class="dark" style="color: red"><tr><th>h</th></tr></thead><tbody id="b"><tr><td>1</td></tr></tbody></table>',
  '<table><tbody><tr><td>1</td></tr></tbody><tbody><tr><td>2</td></tr></tbody></table>',
  '<table><tbody class="a"><tr><td>1</td></tr></tbody><tbody class="b"><tr><td>2</td></tr></tbody></table>',
  '<table><tfoot><tr><td>sum</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><tbody><tr><td colspan="2">1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>',
  '<table><tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>',
  '<table><tbody><tr><td colspan="1" rowspan="1">1</td></tr></tbody></table>',
  '<table><tbody><tr><td rowspan="2">1</td></tr><tr></tr></tbody></table>',
  '<table><tbody><tr><td>1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>',
  '<table><tbody><tr><td rowspan="9">1</td><td>2</td></tr></tbody></table>',
  '<table><tbody><tr><th id="a">h</th><td headers="a" abbr="x" class="c" data-x="1">1</td></tr></tbody></table>',
  '<table border="1" cellpadding="4" cellspacing="0" width="100%" class="t" id="t" style="border-collapse: collapse"><tbody><tr align="center" valign="top"><td bgcolor="#eee" nowrap="">1</td></tr></tbody></table>',
  '<table><colgroup><col><col style="width: 30%"></colgroup><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  '<table><colgroup span="2" class="c"></colgroup><colgroup><col></colgroup><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>',
  '<table><caption>c</caption><colgroup><col width="9"></colgroup><thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  '<table dir="rtl" lang="ar"><tbody><tr><td>مرحبا</td></tr></tbody></table>',
  '<table><tbody><tr><td>a<table><tbody><tr><td>inner</td></tr></tbody></table></td></tr></tbody></table>',
  '<div><table><tbody><tr><td>1</td></tr></tbody></table></div>',
  '<ul><li>a<table><tbody><tr><td>1</td></tr></tbody></table></li></ul>',
  '<figure><table><tbody><tr><td>1</td></tr></tbody></table><figcaption>f</figcaption></figure>',
  '<table><tbody><tr><td>press <kbd>F</kbd></td></tr></tbody></table>',
  '<table><tbody><tr><td><pre><code>x\n y</code></pre></td></tr></tbody></table>',
  '<table><tbody><tr><td><img src="https://example.org/a.png" alt="a"></td></tr></tbody></table>',
  '<table><tbody><tr><td><div>a</div><div>b</div></td></tr></tbody></table>',
  '<table><tbody><tr><td><hr></td></tr></tbody></table>',
]

const pictures = [
  '<p>text <img src="https://example.org/a.png" alt="a"> text</p>',
  '<p><img src="https://example.org/a.png" alt=""></p>',
  '<p><img src="https://example.org/a.png"></p>',
  '<p><img alt="5" width="320" height="200" src="https://example.org/a.png" title="t" loading="lazy" class="c" style="float: left"></p>',
  '<p><a href="https://example.org"><img src="https://example.org/a.png" alt="a"></a></p>',
  '<p><b>x <img src="https://example.org/a.png" alt="a"></b></p>',
  '<figure><img src="https://example.org/a.png" alt="a"><figcaption>f</figcaption></figure>',
  '<figure class="wide"><a href="https://example.org"><img src="https://example.org/a.png" alt="a"></a><figcaption>The <em>lamp</em></figcaption></figure>',
  '<figure><p><img src="https://example.org/a.png" alt="a"></p></figure>',
  '<ul><li><img src="https://example.org/a.png" alt="a"></li></ul>',
  '<div><img src="https://example.org/a.png" alt="a"><p>x</p></div>',
  '<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="dot"></p>',
  '<p><img src="https://example.org/a.png?x=1&amp;y=2" alt="&quot;a&quot; &lt;b&gt;"><img src="https://example.org/b.png" alt="b"></p>',
  '<h2><img src="https://example.org/a.png" alt="a"> Title</h2>',
]

test.each([...tables, ...pictures])('%s is held and written as it was', (source) => {
  const { doc } = read(source)
  expect(written(doc)).toBe(source)
  expect(typesIn(doc)).not.toContain('protectedPart')
  expect(outgoingHtml(source)).toEqual({ html: source, removed: [] })
})

test.each([
  [
    '<table><tr><td>1<td>2<tr><td>3<td>4</table>',
    '<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
  ],
  [
    '<TABLE>\n <TR>\n  <TD> 1 </TD>\n </TR>\n</TABLE>',
    '<table><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  ['<table><tr><td><br></td></tr></table>', '<table><tbody><tr><td></td></tr></tbody></table>'],
  [
    '<table><colgroup><col></colgroup>\n<tr><td>1</td></tr></table>',
    '<table><colgroup><col></colgroup><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  [
    '<img src="https://example.org/a.png" alt="a">',
    '<p><img src="https://example.org/a.png" alt="a"></p>',
  ],
])('%s is held and written as %s', (source, expected) => {
  const { doc, text } = read(source)
  expect(
    text
      .blocksOf(doc)
      .map(({ html }) => html)
      .join(''),
  ).toBe(source)
  expect(written(doc)).toBe(expected)
  expect(typesIn(doc)).not.toContain('protectedPart')
})

test.each([
  '<table></table>',
  '<table><caption></caption><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><caption><p>block</p></caption><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><tbody><tr><td>1</td></tr></tbody><caption>below</caption></table>',
  '<table><caption>a</caption><caption>b</caption><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><thead></thead><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><!-- c --><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><tbody><tr><!-- c --><td>1</td></tr></tbody></table>',
  '<table data-table-columns="x"><tbody><tr><td>1</td></tr></tbody></table>',
  '<table><tbody><tr data-table-section="x"><td>1</td></tr></tbody></table>',
])('%s is a protected part', (source) => {
  const { doc } = read(source)
  expect(doc.children.map(({ type }) => type.name)).toEqual(['protectedPart'])
  expect(written(doc)).toBe(source)
})

test.each([...tables, ...pictures])(
  '%s keeps its bytes beside an edit, and after undo',
  (table) => {
    const source = `<p>before</p>${table}\n<p>after</p>`
    const { text, doc } = read(source)
    const html = () =>
      text
        .blocksOf(state.doc)
        .map((block) => block.html)
        .join('')
    let state = EditorState.create({ doc, plugins: [history()] })
    expect(html()).toBe(source)
    state = state.apply(state.tr.insertText('X', 1))
    expect(html()).toBe(source.replace('before', 'Xbefore'))
    undo(state, (tr) => (state = state.apply(tr)))
    const places: number[] = []
    state.doc.descendants((node, pos) => {
      if (node.isTextblock) places.push(pos + 1)
    })
    for (const place of places.slice(0, 4)) {
      state = state.apply(state.tr.insertText('X', place))
      const edited = html()
      expect(edited.replace('X', '').length).toBeLessThanOrEqual(source.length + 30)
      expect(written(read(edited).doc)).toBe(written(state.doc))
      undo(state, (tr) => (state = state.apply(tr)))
      expect(html()).toBe(source)
    }
  },
)
