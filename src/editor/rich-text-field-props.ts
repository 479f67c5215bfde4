import type { RefCallback } from 'react'
import type { WritableLiveSource } from '#html/parse/live-source.ts'
import type { TextPlace } from '#html/parse/edit-blocks.ts'

/** What can be done to a text from outside, whichever way it is shown. */
export interface RichTextHandle {
  focus: () => void
  /** Replaces the text in one step that can be undone; what is the same keeps its bytes. */
  rewrite: (html: string) => void
  /** Shows a place and selects it; does nothing when neither element nor words are found. */
  reveal: (place: TextPlace) => void
}

/** Another text, which may take in what was pasted here and belongs there. */
export interface MoveOn {
  /** Its name. */
  label: string
  /** Puts blocks at its end, in one step that can be undone; returns how to take them back. */
  append: (html: string) => () => void
}

export type RichTextFieldProps = {
  id: string
  label: string
  /** Id of the element that names the text area. */
  labelId: string
  describedBy: string | undefined
  invalid: boolean
  /** The text as HTML. The editor takes it in when it is not what it handed out last. */
  value: string
  /** Called 300 ms after the last key, on blur and by `flush`; '' when nothing can be seen. */
  onChange: (html: string) => void
  onBlur: () => void
  /** Where the text goes block by block, one frame after each change. */
  source: WritableLiveSource
  /**
   * Takes the way to hand over at once what was typed last, which says false when the text cannot be
   * handed over as it is and must not be sent; returns how to withdraw it.
   */
  registerFlush: (flush: () => boolean) => () => void
  /** Where a part of a paste that says what to do can be moved. */
  moveOn?: MoveOn | undefined
  ref: RefCallback<RichTextHandle>
}
