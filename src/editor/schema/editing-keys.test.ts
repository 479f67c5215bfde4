import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import { extensions } from './extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import { insertDivider, insertLineBreak } from '#editor/document/text-blocks.ts'

let opened: Editor[] = []
afterEach(() => {
  for (const editor of opened) editor.destroy()
  opened = []
})

/** An editor with `source`, where `|` is the caret. */
function write(source: string) {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions,
    injectCSS: false,
  })
  opened.push(editor)
  const text = createLosslessDocument(editor.schema)
  const doc = text.open(source)
  editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, doc.content))
  editor.state.doc.descendants((node, position) => {
    const at = node.text?.indexOf('|') ?? -1
    if (at < 0) return
    const { tr } = editor.state
    tr.delete(position + at, position + at + 1)
    editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, position + at)))
  })
  const press = (key: string, modifiers: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, ...modifiers })
    return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false
  }
  return {
    editor,
    press,
    type: (words: string) => {
      for (const character of words) {
        const { from, to } = editor.state.selection
        const insert = () => editor.state.tr.insertText(character, from, to)
        const handled = editor.view.someProp('handleTextInput', (handle) =>
          handle(editor.view, from, to, character, insert),
        )
        if (!handled) editor.view.dispatch(insert())
      }
    },
    html: () =>
      createLosslessDocument(editor.schema)
        .blocksOf(editor.state.doc)
        .map(({ html }) => html)
        .join(''),
  }
}

test.each([
  // Enter makes the next item; in an empty one it leaves the list.
  ['Enter', '<ul><li>one|</li></ul>', '<ul><li>one</li><li></li></ul>'],
  ['Enter', '<ul><li>one</li><li>|</li></ul>', '<ul><li>one</li></ul><p><br></p>'],
  ['Enter', '<ul><li>on|e</li></ul>', '<ul><li>on</li><li>e</li></ul>'],
  ['Enter', '<p>a|b</p>', '<p>a</p><p>b</p>'],
  ['Enter', '<h1>a|</h1>', '<h1>a</h1><p><br></p>'],
  // Backspace at the start of an item takes it out of its list.
  ['Backspace', '<ul><li>a</li><li>|b</li></ul>', '<ul><li>a</li></ul><p>b</p>'],
  ['Backspace', '<ul><li>a<ul><li>|b</li></ul></li></ul>', '<ul><li>a</li><li>b</li></ul>'],
  ['Backspace', '<ul><li>a</li></ul><p>|b</p>', '<ul><li>ab</li></ul>'],
  [
    'Backspace',
    '<ul><li>a<ol><li>b</li></ol></li></ul><p>|c</p>',
    '<ul><li>a<ol><li>bc</li></ol></li></ul>',
  ],
  ['Backspace', '<p>a</p><p>|b</p>', '<p>ab</p>'],
  // Delete at the end of an item takes in the next one.
  ['Delete', '<ul><li>a|</li><li>b</li></ul>', '<ul><li>ab</li></ul>'],
  ['Delete', '<p>a|</p><p>b</p>', '<p>ab</p>'],
])('%s in %s gives %s', (key, source, expected) => {
  const { press, html } = write(source)
  expect(press(key)).toBe(true)
  expect(html()).toBe(expected)
})

test.each([
  [']', '<ol><li>a</li><li>b|</li></ol>', '<ol><li>a<ol><li>b</li></ol></li></ol>'],
  ['[', '<ol><li>a<ol><li>b|</li></ol></li></ol>', '<ol><li>a</li><li>b</li></ol>'],
  ['b', '<p>|</p>', ''],
])('Ctrl+%s in %s gives %s', (key, source, expected) => {
  const { press, html } = write(source)
  expect(press(key, { ctrlKey: true })).toBe(true)
  expect(html()).toBe(expected)
})

test.each(['<ul><li>a</li><li>b|</li></ul>', '<p>a|</p>', '<pre><code>a|</code></pre>'])(
  'Tab in %s is left to the page, and Ctrl+Enter to the form',
  (source) => {
    const { press, html } = write(source)
    expect(press('Tab')).toBe(false)
    expect(press('Tab', { shiftKey: true })).toBe(false)
    press('Enter', { ctrlKey: true })
    expect(html()).toBe(source.replace('|', ''))
  },
)

test.each([
  ['- one', '<ul><li>one</li></ul>'],
  ['1. one', '<ol><li>one</li></ol>'],
  ['3. three', '<ol start="3"><li>three</li></ol>'],
  ['# of items', '<p># of items</p>'],
  ['--- **x** `y`', '<p>--- **x** `y`</p>'],
  ['> 5', '<p>&gt; 5</p>'],
])('typing %s gives %s', (words, expected) => {
  const { type, html } = write('<p>|</p>')
  type(words)
  expect(html()).toBe(expected)
})

test('typing behind a link goes on outside it', () => {
  const { type, html } = write('<p><a href="https://example.org">link|</a></p>')
  type(' x')
  expect(html()).toBe('<p><a href="https://example.org">link</a> x</p>')
})

test('a line break keeps the formatting of what is typed next', () => {
  const { editor, type, html } = write('<p><b>bold|</b></p>')
  insertLineBreak(editor)
  type('on')
  expect(html()).toBe('<p><b>bold<br>on</b></p>')
})

test.each([
  ['<p>a|b</p>', '<p>a</p><hr><p>b</p>'],
  ['<p>a|</p>', '<p>a</p><hr><p><br></p>'],
  ['<p>a|</p><p>b</p>', '<p>a</p><hr><p>b</p>'],
])('a divider in %s gives %s', (source, expected) => {
  const { editor, type, html } = write(source)
  insertDivider(editor)
  expect(html()).toBe(expected)
  type('X')
  expect(html()).toContain('X')
})

test('a third Enter leaves code', () => {
  const { press, type, html } = write('<pre><code>a|</code></pre>')
  for (const _ of [1, 2, 3]) press('Enter')
  type('b')
  expect(html()).toBe('<pre><code>a</code></pre><p>b</p>')
})

test('what is written is undone and done again by keys', () => {
  const { type, press, html } = write('<p>a|</p>')
  type('b')
  press('z', { ctrlKey: true })
  expect(html()).not.toContain('b')
  press('y', { ctrlKey: true })
  expect(html()).toContain('b')
})
