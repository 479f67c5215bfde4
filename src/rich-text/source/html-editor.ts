import type { Editor } from '@tiptap/core'
import type { TextPlace } from '#html/text-place.ts'

/** What shows a text as HTML: CodeMirror, or a plain field where that cannot be had. */
export interface HtmlEditor {
  focus: () => void
  /** Replaces the text in one step that can be undone. */
  rewrite: (html: string) => void
  /** Replaces the text and begins a new undo history. */
  restart: (html: string) => void
  reveal: (place: TextPlace) => void
  /** Puts the caret of the visual editor where the one in here is. */
  leaveFor: (editor: Editor) => void
}
