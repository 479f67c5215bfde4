import { isOpen, type OutboxEntry, lastSentAt } from '#outbox/store/outbox-entry.ts'
import { withDraftLock } from './with-draft-lock.ts'
import { type Intent } from '#outbox/store/intent.ts'
import { onOutboxChange } from '#outbox/store/outbox-store.ts'
import { outboxEntries, settleAbandoned } from '#outbox/store/outbox.ts'
/** A page waits a minute for an answer; after this it is gone, or its computer slept. */
const SURELY_OVER_MS = 90_000

/** What was or is being sent of one draft: what is not settled, and the batch that it became last. */
export type DraftSends = { open: OutboxEntry | null; created: Intent | null }

/** Tells `listener` what was sent of a draft, at once and after every change in any window. */
export function watchDraft(draft: string, listener: (sends: DraftSends) => void) {
  let wanted = true
  const tell = async () => {
    const sends = await sendsOf(draft)
    if (wanted) listener(sends)
  }
  void tell()
  const stop = onOutboxChange(() => void tell())
  return () => {
    wanted = false
    stop()
  }
}

/** What was sent of a draft so far. */
export async function sendsOf(draft: string): Promise<DraftSends> {
  const own = (await outboxEntries()).filter(({ intent }) => intent.draft === draft)
  const intents = own.flatMap(({ kind, intent }) => (kind === 'readable' ? [intent] : []))
  return {
    open: own.find(isOpen) ?? null,
    created: intents.find(({ state }) => state === 'created') ?? null,
  }
}

/** Whether somebody may still be working on an intent, by its age alone. A clock may have been set. */
function mayBeAlive(intent: Intent, now: number) {
  return Math.abs(now - lastSentAt(intent)) < SURELY_OVER_MS
}

/**
 * Writes down what is known of an intent that was begun in a window which is gone. For whoever holds
 * its draft alone; `sure` as `alone` says it. Gives the intent when it was changed.
 */
export async function takeOver(intent: Intent, sure: boolean): Promise<Intent | null> {
  if (intent.state !== 'prepared' && intent.state !== 'sending') return null
  if (!sure && mayBeAlive(intent, Date.now())) return null
  return settleAbandoned(intent.id)
}

/** The same where nobody holds the draft: an intent that another window works on is left to it. */
export async function takeOverIfAbandoned(intent: Intent): Promise<Intent | null> {
  return withDraftLock(intent.draft, (sure) => takeOver(intent, sure))
}
