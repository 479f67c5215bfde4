import type { LiveSource, LiveText } from '#html/live-source.ts'

/** What participants read: texts that are being written, or stored ones as plain strings of HTML. */
export type ParticipantTexts = {
  title: LiveText | string
  introduction: LiveSource | string
  steps: LiveSource | string
}
