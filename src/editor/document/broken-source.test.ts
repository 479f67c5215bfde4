import { getSchema } from '@tiptap/core'
import { closeHistory, history, undo } from '@tiptap/pm/history'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test, vi } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { readableLines } from '#html/words/readable-text.ts'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from './lossless-document.ts'

const schema = getSchema(extensions)

function open(source: string) {
  const text = createLosslessDocument(schema)
  let state = EditorState.create({ doc: text.open(source), plugins: [history()] })
  const apply = (change: (tr: Transaction) => Transaction) => {
    state = state.apply(closeHistory(change(state.tr)))
  }
  const positionOf = (index: number) =>
    state.doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  return {
    html: () =>
      text
        .blocksOf(state.doc)
        .map(({ html }) => html)
        .join(''),
    blocks: () => text.blocksOf(state.doc).map(({ html }) => html),
    /** Types behind the first passage of these words. */
    typeBehind: (words: string) => {
      let end = -1
      state.doc.descendants((node, position) => {
        if (end < 0 && node.text === words) end = position + words.length
      })
      apply((tr) => tr.insertText('!', end))
    },
    takeOut: (index: number) => apply((tr) => tr.delete(positionOf(index), positionOf(index + 1))),
    append: (words: string) =>
      apply((tr) =>
        tr.insert(tr.doc.content.size, schema.node('paragraph', null, schema.text(words))),
      ),
    undo: () => undo(state, (tr) => (state = state.apply(tr))),
  }
}

const linesOf = (html: string) => readableLines(parseInert(html)).split('\n')

/** A source, its lines, and what typing behind one of them makes of it. */
const oneForMany: [source: string, lines: string[], typedBehind: string, written: string][] = [
  [
    '<form action="/submit"><!-- Instructions --><p>Read the text.</p><p>Then rate it.</p></form>',
    ['Read the text.', 'Then rate it.'],
    'Then rate it.',
    '<!-- Instructions --><p>Read the text.</p><p>Then rate it.!</p>',
  ],
  [
    '<p><b>Important<p>Read this first.</p><!-- note to self --><p>Thank you.</p>',
    ['Important', 'Read this first.', 'Thank you.'],
    'Important',
    '<p><b>Important!</b></p><p><b>Read this first.</b></p><!-- note to self --><p><b>Thank you.</b></p>',
  ],
  [
    '<p><i>One<p>Two<table><caption></caption><tbody><tr><td>1</td></tr></tbody></table>',
    ['One', 'Two', '1'],
    'Two',
    '<p><i>One</i></p><p><i>Two!</i></p><table><caption></caption><tbody><tr><td>1</td></tr></tbody></table>',
  ],
]

describe.each(oneForMany)(
  '%s, whose blocks have their bytes in common',
  (source, lines, behind, written) => {
    test('holds what is typed into any of its lines once, and every other word', () => {
      for (const line of lines) {
        if (line === '1') continue
        const text = open(source)
        const before = text.html()
        text.typeBehind(line)
        expect(linesOf(text.html())).toEqual(
          lines.map((other) => (other === line ? `${line}!` : other)),
        )
        expect(linesOf(open(text.html()).html())).toEqual(linesOf(text.html()))
        text.undo()
        expect(text.html()).toBe(before)
      }
    })

    test('is written anew without its protected part being touched', () => {
      const text = open(source)
      text.typeBehind(behind)
      expect(text.html()).toBe(written)
    })
  },
)

test('a block inside a wrapper that is taken out changes alone', () => {
  const text = open('<crowd-form>\n  <P>One.</P>\n  <p>Two.</p>\n  <p>Three.</p>\n</crowd-form>\n')
  const before = text.blocks()
  text.typeBehind('Two.')
  const after = text.blocks()
  expect(after.length).toBe(before.length)
  const changed = after.filter((html, index) => html !== before[index])
  expect(changed).toEqual(['<p>Two.!</p>'])
})

test('blocks beside something unsafe keep their bytes', () => {
  const text = open(
    '<P>One&copy;</P>\n<script>x()</script><form><p>Two</p></form><UL><LI>Three</UL>',
  )
  expect(text.html()).toBe('<P>One&copy;</P>\n<p>Two</p><UL><LI>Three</UL>')
})

describe('what comes to stand next to each other', () => {
  test.each([
    ['a paragraph left open and words', '<p>one<p>two</p>three', 1, '<p>one</p>three'],
    ['words and words', '<p>zero</p>one<hr>two', 2, '<p>zero</p><p>one</p>two'],
    ['words and formatted words', 'one<p>two</p><b>three</b>', 1, '<p>one</p><b>three</b>'],
    [
      'words and words between the tags of a table',
      'one<p>two</p><table><i>three</i><tr><td>1</table>',
      1,
      '<p>one</p><table><i>three</i><tr><td>1</table>',
    ],
    ['a comment and words', '<!-- c --><p>one</p>two', 1, '<!-- c -->two'],
  ])('%s stay apart', (_what, source, index, expected) => {
    const text = open(source)
    const lines = linesOf(source)
    text.takeOut(index)
    expect(text.html()).toBe(expected)
    expect(linesOf(text.html()).length).toBeGreaterThanOrEqual(lines.length - 1)
  })

  test.each([
    '<p>one</p><div>two',
    '<p>one</p><p><b>two</p>',
    '<p>one</p><i>two',
    '<p>one</p><!-- two',
  ])('a paragraph added behind %s is one of its own', (source) => {
    const text = open(source)
    text.append('three')
    const last = parseInert(text.html()).lastChild
    expect(last?.textContent).toBe('three')
    expect(last?.childNodes).toHaveLength(1)
    expect(last?.firstChild?.nodeType).toBe(Node.TEXT_NODE)
  })

  test('a comment does not carry formatting that was left open on to what is added', () => {
    const text = open('<p><b>one</p><!-- c --><hr>')
    text.append('two')
    expect(text.html()).toBe('<p><b>one</b></p><!-- c --><hr><p>two</p>')
  })
})

test('a paragraph without its end tag in front of a table with words between its tags keeps its bytes', () => {
  const text = open('<p>one<table><i>two</i><tr><td>three</table><p>four</p>')
  text.typeBehind('four')
  expect(text.html()).toBe('<p>one<table><i>two</i><tr><td>three</table><p>four!</p>')
})

test('of blocks that look the same, each gets its own bytes back from undo', () => {
  const text = open('<P>a</P><hr><p>a</p ><p>b</p>')
  // The last one stays as it is typed, so that the text is not just the one that was opened.
  text.typeBehind('b')
  const typed = text.html()
  text.typeBehind('a')
  text.typeBehind('a')
  expect(text.html()).toBe('<p>a!</p><hr><p>a!</p><p>b!</p>')
  text.undo()
  text.undo()
  expect(text.html()).toBe(typed)
  expect(typed).toBe('<P>a</P><hr><p>a</p ><p>b!</p>')
})

test('a key parses the block that is typed in and no other', () => {
  const rows = Array.from({ length: 40 }, (_row, index) => `<tr><td>Row ${index}<td>words`)
  const table = `<table>${rows.join('')}</table>`
  const text = open(`${table}<p>typed</p>${table}bare`)
  let parsed = 0
  const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  vi.spyOn(Element.prototype, 'innerHTML', 'set').mockImplementation(function set(
    this: Element,
    html: string,
  ) {
    parsed += html.length
    innerHTML?.set?.call(this, html)
  })
  for (const behind of ['typed', 'typed!', 'bare']) {
    text.typeBehind(behind)
    text.html()
  }
  vi.restoreAllMocks()
  expect(parsed).toBeLessThan(table.length)
})
