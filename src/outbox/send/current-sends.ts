import type { OutboxEntry } from '#outbox/store/outbox-entry.ts'
import { outboxEntries } from '#outbox/store/outbox.ts'
import { takeOverIfAbandoned } from './sends-of-draft.ts'

export type Sends = {
  /** All that is kept, newest first. */
  all: OutboxEntry[]
  /** Whether a window, this or another, is sending just now. */
  underWay: boolean
}

/**
 * Everything that was sent from this browser, with what windows that are gone have left behind seen to:
 * what never left is written down as not created, how the rest ended as not known.
 */
export async function currentSends(): Promise<Sends> {
  const all = await Promise.all((await outboxEntries()).map(withoutAbandoned))
  return { all, underWay: all.some(isUnderWay) }
}

/** Whether nobody knows if a batch came of it. */
export function isUncertain(entry: OutboxEntry) {
  return entry.kind === 'damaged' || entry.intent.state === 'not-known'
}

async function withoutAbandoned(entry: OutboxEntry): Promise<OutboxEntry> {
  if (entry.kind === 'damaged' || !isUnderWay(entry)) return entry
  const intent = await takeOverIfAbandoned(entry.intent)
  return intent ? { kind: 'readable', intent } : entry
}

function isUnderWay(entry: OutboxEntry) {
  return entry.kind === 'readable' && ['prepared', 'sending'].includes(entry.intent.state)
}

/** Whether somebody said that they need not know what happened to it. */
export function isLetGo(entry: OutboxEntry) {
  return entry.kind === 'readable' && entry.intent.state === 'let-go'
}
