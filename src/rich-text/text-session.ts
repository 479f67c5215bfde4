import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { TextTooLarge } from '#html/limits.ts'
import type { Block, WritableLiveSource } from '#html/live-source.ts'
import { createLosslessDocument, type LosslessDocument } from './lossless-document.ts'

/** From the last key to the form. The live view does not wait for it. */
const IDLE_MS = 300

interface Form {
  onChange: (html: string) => void
  onBlur: () => void
}

/**
 * The traffic between one editor and what surrounds it. The editor is the owner of its document while
 * it is being written: blocks go to the live source one frame after a change, the string goes to the
 * form when the writer pauses, and only a string from elsewhere comes back in.
 */
export function createTextSession(
  start: string,
  source: WritableLiveSource,
  /** Told why a text cannot be opened, or null once one could. */
  onRefused: (reason: string | null) => void,
) {
  let editor: Editor | null = null
  let text: LosslessDocument | null = null
  let form: Form | undefined
  /** What the form holds, as far as is known here. */
  let emitted = start
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

  const handOverSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(flush, IDLE_MS)
  }

  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    cancelAnimationFrame(frame)
    frame = 0
  }

  function flush() {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    const html = joined(blocks())
    if (html === emitted) return
    emitted = html
    unconfirmed.push(html)
    form?.onChange(html)
  }

  /** The document for `html`, empty when it is refused. What is on its way elsewhere is dropped. */
  const read = (html: string, lossless: LosslessDocument): Node => {
    stop()
    emitted = html
    unconfirmed = []
    try {
      const doc = lossless.open(html)
      onRefused(null)
      publishSoon()
      // Unsafe markup is gone once a text is open: the form gets what the editor shows.
      if (joined(lossless.blocksOf(doc)) !== html) handOverSoon()
      return doc
    } catch (error) {
      if (!(error instanceof TextTooLarge)) throw error
      onRefused(error.message)
      return lossless.open('')
    }
  }

  return {
    /** Who takes the text as HTML, '' when nothing of it can be seen, and is told when it is left. */
    deliverTo(taker: Form) {
      form = taker
    },

    /** Gives a new editor, which has no view yet, its first document. */
    begin(created: Editor) {
      text = createLosslessDocument(created.schema)
      // Before its view exists this only stores the state that the view will begin with.
      created.view.updateState(EditorState.create({ doc: read(emitted, text) }))
      editor = created
    },

    /** To be called after every transaction that changed the document. */
    changed() {
      publishSoon()
      handOverSoon()
    },

    /** Hands over now what was typed last. */
    flush,

    /** To be called when the focus has left the text. */
    leave() {
      flush()
      form?.onBlur()
    },

    /**
     * Takes the form's value. One that was written elsewhere (a reset, the example, a draft) replaces
     * the document and begins a new undo history.
     */
    receive(html: string) {
      const echo = unconfirmed.indexOf(html)
      if (echo >= 0) unconfirmed = unconfirmed.slice(echo + 1)
      if (echo >= 0 || html === emitted || !editor || !text || editor.isDestroyed) return
      const { plugins } = editor.state
      editor.view.updateState(EditorState.create({ doc: read(html, text), plugins }))
      // The toolbar listens to transactions, and replacing the state is none.
      editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
    },

    /** Hands over what is left and lets go of the editor. */
    end() {
      flush()
      stop()
    },
  }
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ html }) => html).join('')
}
