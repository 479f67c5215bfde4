import * as z from 'zod/mini'
import { Environment } from '#contract/environment.ts'
import { checksum } from '#storage/checksum.ts'
import { attemptsInDoubt, stateOf } from './intent-state.ts'
import { Intent } from './intent.ts'

/** An entry that something broke: what could still be read of it. Its batch may exist. */
export type DamagedIntent = z.infer<typeof Remains>

const words = z.catch(z.string(), '')
const Remains = z.object({
  id: words,
  draft: words,
  place: z.catch(z.nullable(Environment), null),
  workspace_id: words,
  name: words,
  createdAt: z.catch(z.nullable(z.number()), null),
})

/** What the outbox holds. A damaged entry is never taken for a settled one. */
export type OutboxEntry =
  | { kind: 'readable'; intent: Intent }
  | { kind: 'damaged'; intent: DamagedIntent }

/**
 * Reads what storage gave back, whatever has become of it there. What its attempts say counts for more
 * than the state beside them, which earlier versions settled by the last attempt alone.
 */
export function readEntry(stored: unknown): OutboxEntry {
  const { data } = Intent.safeParse(stored)
  if (data && checksum(data.body) === data.sha) {
    const state = data.attempts.length > 0 ? stateOf(data) : data.state
    return { kind: 'readable', intent: { ...data, state } }
  }
  return { kind: 'damaged', intent: Remains.parse(stored ?? {}) }
}

/** Whether a batch may still come, or have come, of it. */
export function isOpen(entry: OutboxEntry) {
  if (entry.kind === 'damaged') return true
  return ['prepared', 'sending', 'not-known'].includes(entry.intent.state)
}

/** When it last left and was not refused; when it was meant to, where it never did. */
export function lastSentAt(intent: Intent) {
  return attemptsInDoubt(intent).at(-1)?.at ?? intent.createdAt
}
