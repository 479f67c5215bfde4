import type { RefCallback } from 'react'
import type { TextChannel } from './text-channel.ts'

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
  /** Whether it may not stay empty. */
  required?: boolean | undefined
  /** The text as HTML. The editor takes it in when it is not what it handed out last. */
  value: string
  /** Called 300 ms after the last key, on blur and when the channel is flushed; '' when nothing can be seen. */
  onChange: (html: string) => void
  onBlur: () => void
  /** Between this text and everybody else. */
  channel: TextChannel
  /** Where a part of a paste that says what to do can be moved. */
  moveOn?: MoveOn | undefined
  /** Address of the page that takes a spreadsheet or a long table; missing where there is none. */
  dataPage?: string | undefined
  ref: RefCallback<{ focus: () => void }>
}
