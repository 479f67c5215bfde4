import type { ProfileName } from '#html/profiles.ts'

/** The part of the texts that is shown alone: what one profile keeps of them. */
export interface KeptPart {
  profile: ProfileName
  /** Whether the rest is left out when the texts are sent, too. */
  isSent: boolean
}

/** What a text without the rest is called; null where the profile leaves nothing out. */
export const keptWords: Readonly<Record<ProfileName, string | null>> = {
  published: 'Only what Prolific is sure to keep',
  basic: 'Only what Prolific probably keeps',
  safe: null,
}
