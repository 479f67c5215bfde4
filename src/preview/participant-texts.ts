import type { ProfileName } from '#html/profile/profile-names.ts'
import type { ItemRows } from '#contract/dataset.ts'
import type { LiveSource, LiveText } from '#html/parse/live-source.ts'

/** What a text without the rest is called; null where the profile leaves nothing out. */
export const keptWords: Readonly<Record<ProfileName, string | null>> = {
  published: 'Only what Prolific is sure to keep',
  basic: 'Only what Prolific probably keeps',
  safe: null,
}

/** What participants read: texts that are being written, or stored ones as plain strings of HTML. */
export type ParticipantTexts = {
  title: LiveText | string
  introduction: LiveSource | string
  steps: LiveSource | string
}

export type ParticipantViewProps = ParticipantTexts & {
  /** What Prolific is taken to keep of the texts; without it no part of them can be shown alone. */
  keeps?: ProfileName | undefined
  /** Whether only that part will be sent. */
  onlyKept?: boolean | undefined
  /** Questions: stored `batch_items` of any shape, or a `LiveText` of JSON that is being written. */
  questions?: unknown
  /** Where the rows are that the questions show; without them columns are shown by name. */
  rows?: ItemRows | null | undefined
}
