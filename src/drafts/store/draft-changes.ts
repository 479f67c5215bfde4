import { createChangeChannel } from '#storage/change-channel.ts'

const isId = (data: unknown): data is string => typeof data === 'string'

const channel = createChangeChannel('batch-composer.drafts', isId)

/** Says in every tab that the draft with this id was changed, made or removed. */
export const announceDraftChange = channel.announce

/** Calls `listener` with the id of each draft that this or another tab changed; returns how to stop. */
export const onDraftChange = channel.listen
