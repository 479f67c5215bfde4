import type { Editor } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { WritableLiveSource } from '#html/live-source.ts'
import { createLosslessDocument, type LosslessDocument } from './lossless-document.ts'

/** From the last key to the form. The live view does not wait for it. */
const IDLE_MS = 300

/**
 * The traffic between one editor and what surrounds it. The editor is the owner of its document while
 * it is being written: blocks go to the live source one frame after a change, the string goes to the
 * form when the writer pauses, and only a string from elsewhere comes back in.
 */
export type TextSession = ReturnType<typeof createTextSession>

export function createTextSession(source: WritableLiveSource) {
  let editor: Editor | null = null
  let text: LosslessDocument | null = null
  let emit: ((html: string) => void) | undefined
  let emitted = ''
  /** Strings on their way through the form, which come back as its value one by one. */
  let unconfirmed: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0

  const blocks = () => (editor && text ? text.blocksOf(editor.state.doc) : [])

  const publishSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      source.publish(blocks())
    })
  }

  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    cancelAnimationFrame(frame)
    frame = 0
  }

  const flush = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    const html = blocks()
      .map((block) => block.html)
      .join('')
    if (html === emitted) return
    emitted = html
    unconfirmed.push(html)
    emit?.(html)
  }

  return {
    /** Who takes the text as HTML, '' when nothing of it can be seen. */
    deliverTo(taker: (html: string) => void) {
      emit = taker
    },

    /** Gives a new editor, which has no view yet, its first document. Throws `TextTooLarge`. */
    begin(created: Editor, html: string) {
      stop()
      text = createLosslessDocument(created.schema)
      // Before its view exists this only stores the state that the view will begin with.
      created.view.updateState(EditorState.create({ doc: text.open(html) }))
      editor = created
      emitted = html
      unconfirmed = []
      publishSoon()
    },

    /** To be called after every transaction that changed the document. */
    changed() {
      publishSoon()
      clearTimeout(timer)
      timer = setTimeout(flush, IDLE_MS)
    },

    /** Hands over now what was typed last. */
    flush,

    /**
     * Takes the form's value. One that was written elsewhere (a reset, the example, a draft) replaces
     * the document and begins a new undo history. Throws `TextTooLarge`.
     */
    receive(html: string) {
      const echo = unconfirmed.indexOf(html)
      if (echo >= 0) unconfirmed = unconfirmed.slice(echo + 1)
      if (echo >= 0 || html === emitted || !editor || !text || editor.isDestroyed) return
      stop()
      const doc = text.open(html)
      emitted = html
      unconfirmed = []
      const { plugins } = editor.state
      editor.view.updateState(EditorState.create({ doc, plugins }))
      // The toolbar listens to transactions, and replacing the state is none.
      editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
      publishSoon()
    },

    /** Hands over what is left and lets go of the editor. */
    end() {
      flush()
      stop()
    },
  }
}
