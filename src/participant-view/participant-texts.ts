import type { LiveSource, LiveText } from '#html/live-source.ts'
import type { ProfileName } from '#html/profiles.ts'

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
}
