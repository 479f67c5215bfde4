import { getSchema } from '@tiptap/core'
import { closeHistory, history, undo } from '@tiptap/pm/history'
import type { Node, Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from './lossless-document.ts'

const schema: Schema = getSchema(extensions)

function open(source: string) {
  const text = createLosslessDocument(schema)
  let state = EditorState.create({ doc: text.open(source), plugins: [history()] })
  return {
    get state() {
      return state
    },
    html: () => joined(text.blocksOf(state.doc)),
    blocks: () => text.blocksOf(state.doc),
    apply(change: (state: EditorState) => EditorState['tr']) {
      state = state.apply(closeHistory(change(state)))
    },
    undo: () => undo(state, (tr) => (state = state.apply(tr))),
  }
}

const joined = (blocks: readonly { html: string }[]) => blocks.map(({ html }) => html).join('')

/** Types into the text block number `index`, counted through the whole document. */
function typeAt(index: number, word = 'X') {
  return (state: EditorState) => {
    const places = textBlocks(state.doc)
    const at = places[index % Math.max(1, places.length)]
    return at === undefined ? state.tr : state.tr.insertText(word, at)
  }
}

function textBlocks(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) places.push(position + node.content.size + 1)
  })
  return places
}

/** Task texts as people and programs write them, most of them not as an editor would. */
const sources = [
  documentedExample.task_details.task_introduction,
  documentedExample.task_details.task_steps,
  '<p>One</p><p>Two</p>',
  '<p>One</p>\n\n<p>Two</p>\n',
  '  <p>One</p>  ',
  '<P>Upper</P><UL><LI>one<LI>two</UL>',
  '<p>unclosed<p>paragraphs<ul><li>a<li>b</ul>',
  'Bare text',
  'Bare text<p>then a paragraph</p>and bare again',
  'a<br>b<br/>c',
  '<b>Bold</b> start <i>and</i> more',
  '<p>fish &amp; chips &copy; 2026 &nbsp; &lt;tag&gt;</p>',
  '<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>',
  '<ul><li><p>loose</p></li><li><p>list</p></li></ul>',
  '<ul><li><p>two</p><p>paragraphs</p></li></ul>',
  '<ol start="3"><li>three</li></ol>',
  '<ol type="a" reversed><li value="4">x</li></ol>',
  '<h1>Title</h1><h2>Subtitle</h2><h3>Small</h3><h4>Smaller</h4>',
  '<blockquote>bare quote</blockquote><blockquote><p>quote</p></blockquote>',
  '<pre><code>x &lt; 1\n  y</code></pre>',
  '<pre>plain\npre</pre>',
  '<hr><p>after</p><hr/>',
  '<p><a href="https://example.org" target="_blank" rel="noopener">link</a></p>',
  '<p><a href="https://example.org?a=1&amp;b=2" title="t">link</a> <a href="#x">in</a></p>',
  '<p><strong>s</strong><b>b</b><em>e</em><i>i</i><u>u</u><s>s</s><del>d</del><strike>k</strike></p>',
  '<p><b><i>both</i></b> <i><b>ways</b></i></p>',
  '<p class="lead" id="a">attributes</p><p>none</p>',
  '<p style="text-align: center">centre</p>',
  '<p dir="rtl" lang="ar">مرحبا</p>',
  '<p>press <kbd>Enter</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <mark>m</mark>, <small>s</small></p>',
  '<div><p>in a box</p></div><p>out</p>',
  '<section><h2>s</h2><div>text</div></section>',
  '<table><caption>c</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><p>x</p>',
  '<figure><img src="https://example.org/a.png" alt="a"><figcaption>f</figcaption></figure>',
  '<p>before <img src="https://example.org/a.png" alt="a"> after</p><p>next</p>',
  '<details open><summary>more</summary><p>text</p></details>',
  '<dl><dt>t</dt><dd>d</dd></dl>',
  '<!-- a note --><p>text</p><!-- end -->',
  '<p>{{%PROLIFIC_PID%}} and ${x}</p>',
  '<p><br></p><p>text</p><p></p><p>&nbsp;</p>',
  '<p>line<br>break</p>',
  '<p>ends with a break<br></p>',
  '<p>  many   spaces </p>',
  '<p>tab\tand\nnewline</p>',
  '<p>emoji 👩‍👩‍👧 and 𝒳</p>',
  '<p><b>misnested <i>tags</b> here</i></p><p>x</p>',
  '<b>open<p>into a paragraph</p>',
  '<li>stray item</li><p>x</p>',
  '</p>stray end<p>x</p>',
  '<p>a</p></div><p>b</p>',
  '<center>old</center><font color="red">red</font>',
  '1. first\n2. second',
  '<span>s</span><p>x</p>',
  '<p><code>a</code> and <code><b>b</b></code></p>',
  '<ol><li>one<ol><li>a</li></ol></li></ol><ul><li><h3>heading in a list</h3></li></ul>',
  '<p>a</p>text<b>bold</b><!-- c --><p>b',
]

describe.each(sources)('%s', (source) => {
  test('is the same bytes while nothing is edited', () => {
    expect(open(source).html()).toBe(source)
  })

  test('gets its bytes back from undo', () => {
    const text = open(source)
    for (const index of [0, 1, 2]) {
      text.apply(typeAt(index))
      text.html()
      text.undo()
      expect(text.html()).toBe(source)
    }
  })

  test('keeps every other piece when one is edited', () => {
    const text = open(source)
    const before = text.blocks()
    text.apply(typeAt(0, 'word'))
    const after = new Set(text.blocks())
    const lost = before.filter((block) => !after.has(block))
    // The edited piece, and the one before or after where they would now run together.
    expect(lost.length).toBeLessThanOrEqual(2)
  })

  test('means the same document when what was edited is opened again', () => {
    const text = open(source)
    text.apply(typeAt(0, 'word'))
    const html = text.html()
    const again = open(html)
    expect(again.html()).toBe(html)
    expect(outgoingHtml(html)).toEqual({ html, removed: [] })
    expect(again.state.doc.textContent).toBe(text.state.doc.textContent)
  })
})

test('an unchanged block is the same object after an edit elsewhere', () => {
  const text = open('<p>one</p><p>two</p><p>three</p>')
  const before = text.blocks()
  text.apply(typeAt(1))
  const after = text.blocks()
  expect(after.map(({ html }) => html)).toEqual(['<p>one</p>', '<p>twoX</p>', '<p>three</p>'])
  expect(after[0]).toBe(before[0])
  expect(after[2]).toBe(before[2])
})

test('a document without visible content is an empty string', () => {
  const text = open('<p>x</p>')
  text.apply((state) => state.tr.delete(0, state.doc.content.size))
  expect(text.html()).toBe('')
})

test('what cannot be edited without change becomes a protected part', () => {
  const { state } = open(
    '<p>a</p><table><caption></caption><tbody><tr><td>1</td></tr></tbody></table>',
  )
  expect(state.doc.children.map(({ type }) => type.name)).toEqual(['paragraph', 'protectedPart'])
})

test('nothing stands where a part was taken out for safety', () => {
  const text = open('<p>a</p><svg><circle r="5"/></svg><p>b</p>')
  expect(text.state.doc.childCount).toBe(2)
  expect(text.html()).toBe('<p>a</p><p>b</p>')
})

test('markup that could run is not opened', () => {
  const text = open(
    '<p onclick="alert(1)">a</p><img src=x onerror=alert(1)><script>alert(1)</script>',
  )
  text.apply(typeAt(0))
  expect(text.html()).not.toMatch(/alert|onerror|onclick|script/)
})

const edits = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('type' as const),
      at: fc.nat(20),
      word: fc.string({ maxLength: 5 }),
    }),
    fc.record({ kind: fc.constant('delete' as const), from: fc.nat(200), length: fc.nat(60) }),
    fc.record({ kind: fc.constant('split' as const), at: fc.nat(20) }),
    fc.record({ kind: fc.constant('move' as const), from: fc.nat(8), to: fc.nat(8) }),
    fc.record({ kind: fc.constant('bold' as const), from: fc.nat(200), length: fc.nat(40) }),
  ),
  { maxLength: 8 },
)
type Edit = typeof edits extends fc.Arbitrary<(infer One)[]> ? One : never

function applied(edit: Edit) {
  return (state: EditorState) => {
    const { doc, tr } = state
    const end = doc.content.size
    switch (edit.kind) {
      case 'type':
        return typeAt(edit.at, edit.word || 'w')(state)
      case 'delete': {
        const from = Math.min(edit.from, end)
        return tr.deleteRange(from, Math.min(from + edit.length, end))
      }
      case 'split': {
        const places = textBlocks(doc)
        const at = places[edit.at % Math.max(1, places.length)]
        // As the editor does: a table has one caption.
        return at === undefined || !canSplit(doc, at) ? tr : tr.split(at)
      }
      case 'move': {
        const { children } = doc
        const moved = children[edit.from % children.length]
        if (!moved) return tr
        const others = children.filter((child) => child !== moved)
        return tr.replaceWith(0, end, others.toSpliced(edit.to % children.length, 0, moved))
      }
      case 'bold': {
        const from = Math.min(edit.from, end)
        const bold = schema.mark('bold')
        return tr.addMark(from, Math.min(from + edit.length, end), bold)
      }
    }
  }
}

const wordsOf = (node: globalThis.Node) => (node.textContent ?? '').replace(/\s+/g, '')

function wordsOfDocument(doc: Node) {
  const words = doc.children.map((node) =>
    node.type.name === 'protectedPart'
      ? wordsOf(parseInert(String(node.attrs['html'])))
      : node.textContent,
  )
  return words.join('').replace(/\s+/g, '')
}

test('a block keeps its own bytes beside equal blocks when several were edited and undone', () => {
  const text = open('<p></p><p>a</p><p><br></p><p>b</p>')
  for (const index of [0, 2]) {
    text.apply(typeAt(index))
    text.blocks()
    text.undo()
  }
  text.apply(typeAt(3))
  expect(text.html()).toBe('<p></p><p>a</p><p><br></p><p>bX</p>')
})

test('however a text is edited, what comes out is safe, opens as the same words and is undone to its bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...sources), { minLength: 1, maxLength: 4 }),
      edits,
      (parts, changes) => {
        const source = parts.join('\n')
        const text = open(source)
        expect(text.html()).toBe(source)
        for (const change of changes) {
          text.apply(applied(change))
          text.state.doc.check()
          const html = text.html()
          const expected = html === '' ? '' : wordsOfDocument(text.state.doc)
          expect(wordsOf(parseInert(html))).toBe(expected)
        }
        const html = text.html()
        expect(outgoingHtml(html)).toEqual({ html, removed: [] })
        expect(open(html).html()).toBe(html)
        while (text.undo());
        expect(text.html()).toBe(source)
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)
