/** What Prolific keeps, from the surest to the widest. The names are stored with drafts. */
export const profileNames = ['published', 'basic', 'safe'] as const

export type ProfileName = (typeof profileNames)[number]
