import { Editor } from '@tiptap/core'
import { undo } from '@tiptap/pm/history'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test, vi } from 'vitest'
import * as rule from '#html/checks/open-placeholders.ts'
import { extensions } from './extensions.ts'
import {
  createLosslessDocument,
  type LosslessDocument,
} from '#editor/document/lossless-document.ts'

let opened: Editor[] = []
afterEach(() => {
  for (const editor of opened) editor.destroy()
  opened = []
  vi.restoreAllMocks()
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
    marked: () =>
      [...editor.view.dom.querySelectorAll('open-placeholder')].map((mark) => mark.textContent),
    html: () =>
      text
        ?.blocksOf(editor.state.doc)
        .map((block) => block.html)
        .join(''),
    /** Selects the first of these words. */
    select: (words: string) => {
      let from = -1
      editor.state.doc.descendants((node, position) => {
        const at = node.text?.indexOf(words) ?? -1
        if (at >= 0 && from < 0) from = position + at
      })
      const { tr } = editor.state
      editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, from + words.length)))
    },
    type: (words: string) => editor.view.dispatch(editor.state.tr.insertText(words)),
  }
}

test('placeholders are marked in what is shown, and no byte of the text changes', () => {
  const html = '<P>From [your lab], [1] and [sic].</P><ul><li>In <b>[num</b>ber] minutes</ul>'
  const { marked, html: written } = open(html)
  expect(marked().join('')).toBe('[your lab][number]')
  expect(written()).toBe(html)
})

test('what is quoted as code is left alone, also when it becomes code', () => {
  const { editor, marked, select } = open(
    '<pre>[your lab]</pre><p><code>[number]</code> [date]</p>',
  )
  expect(marked()).toEqual(['[date]'])
  select('[date]')
  editor.commands.toggleMark('code')
  expect(marked()).toEqual([])
  editor.commands.toggleMark('code')
  expect(marked()).toEqual(['[date]'])
})

test('a mark goes with the last letter, comes with the closing bracket and follows undo', () => {
  const { editor, marked, select, type } = open('<p>From [your lab] here</p><p>[number]</p>')
  select('your lab')
  type('Rivers')
  expect(marked()).toEqual(['[number]'])
  undo(editor.state, editor.view.dispatch)
  expect(marked()).toEqual(['[your lab]', '[number]'])
  select('here')
  type('in [date')
  expect(marked()).toEqual(['[your lab]', '[number]'])
  type(']')
  expect(marked()).toEqual(['[your lab]', '[date]', '[number]'])
})

test('parting and joining lines keeps the marks at their words', () => {
  const { editor, marked, select } = open('<p>See [your lab] on [date]</p><p>at [time]</p>')
  select('on')
  editor.commands.splitBlock()
  expect(marked()).toEqual(['[your lab]', '[date]', '[time]'])
  select('your')
  editor.commands.splitBlock()
  expect(marked()).toEqual(['[date]', '[time]'])
  undo(editor.state, editor.view.dispatch)
  expect(marked()).toEqual(['[your lab]', '[date]', '[time]'])
})

test('with a key only the block that changed is looked at', () => {
  const { select, type } = open(`${'<p>Some [number] words</p>'.repeat(50)}<p>Last one</p>`)
  select('Last')
  const looked = vi.spyOn(rule, 'openPlaceholdersIn')
  type('x')
  expect(looked.mock.calls).toEqual([['x one']])
})
