import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import { insertPaste, undoPaste } from './insert-paste.ts'
import { pasteKey, type PasteMode } from '#editor/paste/paste-state.ts'

let opened: Editor[] = []
afterEach(() => {
  for (const editor of opened) editor.destroy()
  opened = []
})

/** An editor with `source`, where `|` is the caret; without one it is at the start. */
function write(source: string) {
  const element = document.createElement('div')
  const editor = new Editor({ element, extensions, injectCSS: false })
  opened.push(editor)
  const { view, schema } = editor
  const { content } = createLosslessDocument(schema).open(source)
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, content))
  view.state.doc.descendants((node, position) => {
    const at = node.text?.indexOf('|') ?? -1
    if (at < 0) return
    const tr = view.state.tr.delete(position + at, position + at + 1)
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, position + at)))
  })
  const html = () =>
    createLosslessDocument(schema)
      .blocksOf(view.state.doc)
      .map((block) => block.html)
      .join('')
  return { view, html }
}

function pasted(source: string, html: string, mode: PasteMode = 'clean') {
  const text = write(source)
  insertPaste(text.view, { html, text: '' }, mode)
  return text.html()
}

const HEBREW = '<p dir="rtl">שלום</p><p dir="rtl">עולם</p>'
const CENTRED = '<p style="text-align: center">one</p><p style="text-align: right">two</p>'

test.each([
  ['an empty text', '', HEBREW, HEBREW],
  ['an empty text, a single one', '', '<p dir="rtl">שלום</p>', '<p dir="rtl">שלום</p>'],
  ['a blank line', '<p>a</p><p>|</p><p>b</p>', HEBREW, `<p>a</p>${HEBREW}<p>b</p>`],
  ['an empty item', '<ul><li>|</li></ul>', HEBREW, `<ul><li>${HEBREW}</li></ul>`],
  [
    'an empty item, as an item',
    '<ul><li>a</li><li>|</li></ul>',
    '<ul><li><p dir="rtl">א</p></li><li>b</li></ul>',
    '<ul><li>a</li><li><p dir="rtl">א</p></li><li>b</li></ul>',
  ],
  [
    'an empty cell',
    '<table><tr><td>|</td><td>b</td></tr></table>',
    HEBREW,
    `<table><tbody><tr><td>${HEBREW}</td><td>b</td></tr></tbody></table>`,
  ],
])(
  'what is pasted into %s keeps the direction of its first paragraph',
  (_place, source, html, is) => {
    expect(pasted(source, html)).toBe(is)
  },
)

test('original formatting has the alignment of the first paragraph, too', () => {
  expect(pasted('', CENTRED, 'looks')).toBe(CENTRED)
  const heading = '<h2 style="text-align: center">Title</h2><p>one</p>'
  expect(pasted('', heading, 'looks')).toBe(heading)
})

test('what this editor copied keeps its direction, too', () => {
  const { view, html } = write('')
  view.pasteHTML(HEBREW.replace('<p', '<p data-pm-slice="1 1 []"'))
  expect(html()).toBe(HEBREW)
})

test('a paragraph that has words, a direction or a kind of its own keeps it', () => {
  expect(pasted('<p>a|b</p>', HEBREW)).toBe('<p>aשלום</p><p dir="rtl">עולםb</p>')
  expect(pasted('<p dir="rtl">|</p>', '<p>one</p><p>two</p>')).toBe(
    '<p dir="rtl">one</p><p>two</p>',
  )
  expect(pasted('<h2>|</h2>', HEBREW)).toBe('<h2>שלום</h2><p dir="rtl">עולם</p>')
})

test('writing goes on behind what was pasted, and all of it can be taken back', () => {
  const { view, html } = write('<p>a</p><p>|</p><p>b</p>')
  const before = html()
  insertPaste(view, { html: HEBREW, text: '' }, 'clean')
  expect(view.state.selection.$from.parent.textContent).toBe('עולם')
  const takeBack = () => {
    const notice = pasteKey.getState(view.state)?.notice
    if (notice?.kind === 'pasted') undoPaste(view, notice)
  }
  takeBack()
  expect(html()).toBe(before)

  insertPaste(view, { html: HEBREW, text: '' }, 'clean')
  view.dispatch(view.state.tr.insertText('c', 1))
  takeBack()
  expect(html()).toBe(before.replace('a', 'ca'))
})
