import { createChangeChannel } from './change-channel.ts'

const isNothing = (data: unknown): data is null => data === null

const channel = createChangeChannel('batch-composer.outbox', isNothing)

/** Says in every tab that the outbox has changed. */
export const announceOutboxChange = () => channel.announce(null)

/** Calls `listener` whenever this or another tab changed the outbox; returns how to stop. */
export const onOutboxChange = (listener: () => void) => channel.listen(listener)
