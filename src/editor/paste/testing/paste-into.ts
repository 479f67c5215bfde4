import { Editor } from '@tiptap/core'
import { AllSelection, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { vi } from 'vitest'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import { undoPaste } from '#editor/paste/insert/insert-paste.ts'
import { pasteKey } from '#editor/paste/paste-state.ts'
import { loadTableEditing } from '#editor/tables/load-table-editing.ts'

/** What an application put on the clipboard. */
export interface Copied {
  html?: string
  text?: string
}

/**
 * An editor with `source`. In it `|` is the caret, `[` and `]` are the ends of a selection. Events go
 * in at its element, as from a browser.
 */
export async function editorWith(source: string, { tables = 'ready' } = {}) {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions,
    injectCSS: false,
  })
  const { view, schema } = editor
  if (tables === 'ready') await loadTableEditing(editor)
  const opened = createLosslessDocument(schema).open(source)
  const quietly = (tr: Transaction) => view.dispatch(tr.setMeta('addToHistory', false))
  quietly(view.state.tr.replaceWith(0, view.state.doc.content.size, opened.content))
  const [from, to = from] = ['[', ']', '|'].flatMap((sign) => takeSign(sign) ?? [])
  if (from !== undefined && to !== undefined) select(from, to)

  function takeSign(sign: string): number | null {
    let place: number | null = null
    view.state.doc.descendants((node, pos) => {
      const at = node.text?.indexOf(sign) ?? -1
      if (at >= 0) place = pos + at
    })
    if (place !== null) quietly(view.state.tr.delete(place, place + 1))
    return place
  }
  function select(start: number, end: number) {
    quietly(view.state.tr.setSelection(TextSelection.create(view.state.doc, start, end)))
  }

  const happens = (name: string, properties: object) => {
    const event = new Event(name, { bubbles: true, cancelable: true })
    view.dom.dispatchEvent(Object.assign(event, properties))
  }
  return {
    editor,
    /** Selects everything, as Ctrl+A does. */
    selectAll: () => quietly(view.state.tr.setSelection(new AllSelection(view.state.doc))),
    /** Selects the first node of a type, as a click on it does. */
    selectNode: (type: string) => {
      const { doc } = view.state
      let found: number | null = null
      doc.descendants((node, pos) => {
        if (node.type.name === type) found = pos
      })
      if (found === null) throw new Error(`There is no ${type}.`)
      quietly(view.state.tr.setSelection(NodeSelection.create(doc, found)))
    },
    key: (name: 'keydown' | 'keyup', key: string, modifiers: object = {}) =>
      view.dom.dispatchEvent(new KeyboardEvent(name, { key, bubbles: true, ...modifiers })),
    paste: async ({ html = '', text = '' }: Copied) => {
      const data: Record<string, string> = { 'text/html': html, 'text/plain': text }
      const getData = (type: string) => data[type] ?? ''
      happens('paste', { clipboardData: { files: [], items: [], types: [], getData } })
      await vi.waitUntil(() => (pasteKey.getState(view.state)?.waiting.length ?? 0) === 0, 20_000)
    },
    copy: (by: 'copy' | 'cut' = 'copy'): Copied => {
      const data = new Map<string, string>()
      const setData = (type: string, value: string) => data.set(type, value)
      happens(by, { clipboardData: { clearData: () => data.clear(), setData } })
      return { html: data.get('text/html') ?? '', text: data.get('text/plain') ?? '' }
    },
    type: (words: string) => view.dispatch(view.state.tr.insertText(words)),
    /** Takes the paste back by the button of its notice. */
    undo: () => {
      const notice = pasteKey.getState(view.state)?.notice
      if (notice?.kind === 'pasted') undoPaste(view, notice)
      else notice?.undo?.()
    },
    notice: () => pasteKey.getState(view.state)?.notice ?? null,
    html: () =>
      createLosslessDocument(schema)
        .blocksOf(view.state.doc)
        .map((block) => block.html)
        .join(''),
  }
}

/** What becomes of `source` when something is pasted into it, with `^` for where the caret is then. */
export async function pastedInto(source: string, copied: Copied): Promise<string> {
  const text = await editorWith(source)
  await text.paste(copied)
  text.type('^')
  text.editor.state.doc.check()
  const html = text.html()
  text.editor.destroy()
  return html
}
