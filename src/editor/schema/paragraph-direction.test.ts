import { Editor } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import {
  createLosslessDocument,
  type LosslessDocument,
} from '#editor/document/lossless-document.ts'
import { extensions } from './extensions.ts'

let opened: Editor[] = []
afterEach(() => {
  for (const editor of opened) editor.destroy()
  opened = []
})

function open(html: string) {
  let text: LosslessDocument | undefined
  const editor = new Editor({
    element: document.createElement('div'),
    extensions,
    injectCSS: false,
    onBeforeCreate: ({ editor: unborn }) => {
      text = createLosslessDocument(unborn.schema)
      unborn.view.updateState(EditorState.create({ doc: text.open(html) }))
    },
  })
  opened.push(editor)
  return {
    editor,
    directed: () =>
      [...editor.view.dom.querySelectorAll('[dir]')].map(
        (element) => `${element.localName} ${element.getAttribute('dir')}: ${element.textContent}`,
      ),
    html: () =>
      text
        ?.blocksOf(editor.state.doc)
        .map((block) => block.html)
        .join(''),
  }
}

test('an Arabic paragraph does not turn the English ones, and no byte changes', () => {
  const html = '<p>مرحبا بكم</p><p>Welcome</p><ol><li>اقرأ</li><li>Read</li></ol>'
  const { directed, html: written } = open(html)
  expect(directed()).toEqual([
    'p auto: مرحبا بكم',
    'ol rtl: اقرأRead',
    'li rtl: اقرأ',
    'p auto: اقرأ',
    'li ltr: Read',
    'p auto: Read',
  ])
  expect(written()).toBe(html)
})

test('a paragraph follows its letters as they come and go', () => {
  const { editor, directed, html } = open('<p>Welcome</p>')
  editor.view.dispatch(editor.state.tr.insertText('שלום ', 1))
  expect(directed()).toEqual(['p auto: שלום Welcome'])
  expect(html()).toBe('<p>שלום Welcome</p>')
  editor.view.dispatch(editor.state.tr.delete(1, 6))
  expect(directed()).toEqual([])
})

test('what was written with a direction keeps it', () => {
  const { directed } = open('<p dir="ltr">مرحبا</p><p dir="rtl">Welcome</p>')
  expect(directed()).toEqual(['p ltr: مرحبا', 'p rtl: Welcome'])
})
