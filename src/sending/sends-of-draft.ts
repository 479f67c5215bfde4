import { isOpen, type Intent, type OutboxEntry } from '#storage/intent.ts'
import { onOutboxChange } from '#storage/outbox-changes.ts'
import { outboxEntries } from '#storage/outbox.ts'

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
