import type { EditorState as HtmlState } from '@codemirror/state'
import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { TextTooLarge } from '#html/parse/limits.ts'
import type { Block, WritableLiveSource } from '#html/parse/live-source.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { createLosslessDocument, type Arrival, type LosslessDocument } from './lossless-document.ts'
import { rawHtml } from '#editor/raw-html.ts'
import { rewriteDocument } from './rewrite-document.ts'
import type { HtmlEditor } from '#editor/html-view/code-mirror.ts'
import { createWrittenHtml, type WrittenHtml } from '#editor/html-view/written-html.ts'
import { createTextDelivery, type Form, type Unread } from './text-delivery.ts'

export type TextMode = 'visual' | 'html'

interface Screen {
  /** The text is shown in another way now; `refusal` says why it cannot be shown visually. */
  onMode: (mode: TextMode, refusal: string | null) => void
  /** What happened to the text that was opened for visual editing, as far as it was not told before. */
  onArrival: (arrival: Arrival | null) => void
  /** The text cannot be handed over as it is; null once it can. */
  onUnread: (unread: Unread | null) => void
}

const CANNOT_BE_SHOWN =
  'The visual editor cannot show this text. All of it is here as HTML. Remove what you added last, or leave it as it is.'

export type TextSession = ReturnType<typeof createTextSession>

/**
 * The traffic between one text and what surrounds it. While it is written, its owner is the visual
 * editor or the HTML, whichever is shown; only a string from elsewhere comes in. The other one is
 * brought up to date when it is shown, in one step that can be undone there.
 */
export function createTextSession(start: string, source: WritableLiveSource, screen: Screen) {
  let editor: Editor | null = null
  let text: LosslessDocument | null = null
  /** The text while it is shown as HTML, and what shows it. */
  let written: WrittenHtml | null = null
  let htmlEditor: HtmlEditor | null = null
  /** What was shown as HTML last, with its undo history. */
  let htmlState: HtmlState | null = null
  /** The form's text was replaced while it was shown as HTML. */
  let isOutdated = false
  /** Why the text is shown as HTML although it is short enough for visual editing. */
  let notShown: string | null = null

  const visualBlocks = () => (editor && text ? text.blocksOf(editor.state.doc) : [])
  const blocks = () => written?.blocks() ?? visualBlocks()
  const raw = () => {
    if (written) return written.html()
    return editor ? rawHtml(editor.state.doc, editor.schema) : delivery.emitted()
  }
  const delivery = createTextDelivery(
    start,
    source,
    {
      blocks,
      html() {
        if (written) {
          if (written.settle()) delivery.publishSoon()
          showAsHtml(written)
          if (!written.isRead()) throw new Error('The HTML could not be cleaned.')
        }
        return joined(blocks())
      },
      raw,
    },
    screen.onUnread,
  )
  const showAsHtml = (html: WrittenHtml) => screen.onMode('html', html.refusal() ?? notShown)
  /** The text as it is edited visually. */
  const visualHtml = () => {
    try {
      return joined(visualBlocks())
    } catch {
      // What was written out like this is another document.
      isOutdated = true
      return raw()
    }
  }

  /** Protected parts that the writer knows of. */
  const told = new Set<string>()
  const tell = (arrival: Arrival) => {
    const protectedParts = arrival.protectedParts.filter((part) => !told.has(part))
    for (const part of protectedParts) told.add(part)
    if (arrival.removed.length > 0 || protectedParts.length > 0) {
      screen.onArrival({ ...arrival, protectedParts })
    }
  }

  const openAsHtml = (html: string, why: string | null = null) => {
    written = createWrittenHtml(html)
    notShown = why
    showAsHtml(written)
  }
  /** Shows as HTML what visual editing cannot take, whatever is in the way. */
  const fallBackToHtml = (html: string, error: unknown) => {
    openAsHtml(html, error instanceof TextTooLarge ? null : CANNOT_BE_SHOWN)
    delivery.changed()
  }

  /** The document for `html`; when it is refused an empty one, and the text is shown as HTML. */
  const read = (html: string, lossless: LosslessDocument) => {
    isOutdated = false
    told.clear()
    screen.onArrival(null)
    try {
      const doc = lossless.open(html)
      delivery.publishSoon()
      // Unsafe markup is gone once a text is open: the form gets what the editor shows.
      if (joined(lossless.blocksOf(doc)) !== delivery.emitted()) delivery.changed()
      return doc
    } catch (error) {
      isOutdated = true
      fallBackToHtml(html, error)
      return lossless.open('')
    }
  }

  /** Replaces the document and begins a new undo history. */
  const openAnew = (html: string) => {
    if (!editor || !text) return
    const { plugins } = editor.state
    editor.view.updateState(EditorState.create({ doc: read(html, text), plugins }))
    // The toolbar listens to transactions, and replacing the state is none.
    editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
  }

  const rewriteVisually = (html: string) => {
    if (!editor || !text) return
    try {
      if (html === joined(visualBlocks())) return
      rewriteDocument(editor.view, text.reopen(html, editor.state.doc))
    } catch (error) {
      isOutdated ||= !(error instanceof TextTooLarge)
      fallBackToHtml(html, error)
    }
  }

  return {
    deliverTo: (form: Form) => delivery.deliverTo(form),

    /** Gives a new editor, which has no view yet, its first document. */
    begin(created: Editor) {
      text = createLosslessDocument(created.schema, tell)
      // Before its view exists this only stores the state that the view will begin with.
      created.view.updateState(EditorState.create({ doc: read(delivery.emitted(), text) }))
      editor = created
    },

    /** To be called after every transaction that changed the document. */
    changed() {
      if (!written) delivery.changed()
    },

    flush: delivery.flush,
    leave: () => delivery.leave(),
    end: () => delivery.end(),

    /**
     * Takes the form's value. One that was written elsewhere (a reset, the example, a draft) replaces
     * the text and begins a new undo history.
     */
    receive(html: string) {
      if (!delivery.isNews(html) || !editor || editor.isDestroyed) return
      delivery.restart(html)
      htmlState = null
      if (!written || (written.refusal() ?? notShown) !== null) {
        written = null
        openAnew(html)
        if (!written) screen.onMode('visual', null)
        return
      }
      openAsHtml(html)
      isOutdated = true
      htmlEditor?.restart(html)
      delivery.publishSoon()
    },

    /** Replaces the text in one step that can be undone; pieces that are the same keep their bytes. */
    rewrite(html: string) {
      if (!written) rewriteVisually(html)
      else if (htmlEditor) htmlEditor.rewrite(html)
      else {
        openAsHtml(html)
        delivery.changed()
      }
    },

    /**
     * Puts `html` in the place of the protected part at `pos`, in one step that can be undone. It is
     * read like any text: it may become ordinary blocks, and what is unsafe is taken out and told.
     */
    rewritePart(pos: number, html: string) {
      const part = editor?.state.doc.nodeAt(pos)
      if (!editor || !text || !part) return
      const changed = new Slice(Fragment.from(part.type.create({ html })), 0, 0)
      // The writer knows that it is protected, having come from there.
      told.add(html)
      const doc = editor.state.doc.replace(pos, pos + part.nodeSize, changed)
      rewriteVisually(joined(text.blocksOf(doc)))
    },

    focus() {
      if (written) htmlEditor?.focus()
      else editor?.commands.focus()
    },

    /** Shows a place and selects it. */
    async reveal(position: TextPosition) {
      if (written) {
        htmlEditor?.reveal(position)
        return
      }
      const { revealVisually } = await import('#editor/html-view/reveal-visually.ts')
      if (editor && !editor.isDestroyed) revealVisually(editor, visualHtml(), position)
    },

    /** The text as it is shown: the HTML as it was typed, or what visual editing makes of it. */
    html: () => written?.html() ?? visualHtml(),

    /** Unsafe parts of the HTML that is being written; they do not leave. */
    removed: () => written?.removed() ?? [],

    /** Shows the text as HTML. */
    showHtml() {
      if (!written) openAsHtml(visualHtml())
    },

    /** Shows the text visually, unless it is too long for that. */
    showVisual() {
      if (!written || !editor) return
      const html = written.html()
      const refusal = written.refusal()
      if (refusal !== null) {
        screen.onMode('html', refusal)
        return
      }
      delivery.flush()
      written = null
      if (isOutdated) openAnew(html)
      else rewriteVisually(html)
      delivery.changed()
      // It may have turned out that it cannot be shown.
      if (written) return
      htmlEditor?.leaveFor(editor)
      screen.onMode('visual', null)
    },

    /** Takes what shows the HTML now; returns how to withdraw it. */
    attach(shown: HtmlEditor) {
      htmlEditor = shown
      return () => {
        if (htmlEditor === shown) htmlEditor = null
      }
    },

    /** Where the undo history of the HTML waits while the text is shown visually. */
    htmlState: {
      get: () => htmlState,
      set: (state: HtmlState) => {
        htmlState = state
      },
    },

    /** To be called after every change of the HTML with the way to the text. */
    write(readHtml: () => string) {
      if (!written) return
      notShown = null
      written.write(readHtml)
      delivery.changed()
    },
  }
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ html }) => html).join('')
}
