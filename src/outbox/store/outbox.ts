import { isOpen, lastSentAt, readEntry, type OutboxEntry } from './outbox-entry.ts'
import { newIntent, type Intent, type Settlement, type Wish } from './intent.ts'
import {
  abandoned,
  withAttempt,
  withEnding,
  withFound,
  withoutLastAttempt,
  type Ending,
} from './intent-state.ts'
import { announceOutboxChange, changeOutbox, outboxIsForgetful } from './outbox-store.ts'
import { RETRY_MS } from '#drafts/autosave/save-clock.ts'
import { StorageFailure } from '#storage/storage-fault.ts'

const LONGEST_MS = 30 * 24 * 60 * 60_000
const MOST_SETTLED = 100

type Prepared =
  | { kind: 'prepared'; intent: Intent }
  /** Something made of this draft is under way, here or in another tab, or nobody knows how it ended. */
  | { kind: 'open'; entry: OutboxEntry }
  /** A batch was made of this draft before. */
  | { kind: 'created-before'; intent: Intent }
  /** What is under way could not be read, and what is to be created not be written down. */
  | { kind: 'not-written' }

/**
 * Writes down that a batch is to be created. One open intent per draft, in all tabs together; and a
 * draft that became a batch makes a second one only when `evenIfCreated` says that somebody wants it.
 */
export async function prepareIntent(wish: Wish, { evenIfCreated = false } = {}): Promise<Prepared> {
  const prepared = await changeOutbox<Prepared>({ draft: wish.draft }, (stored) => {
    const entries = stored.map(readEntry)
    const open = entries.find(isOpen)
    if (open) return { result: { kind: 'open', entry: open } }
    const created = newestCreated(entries)
    if (created && !evenIfCreated) return { result: { kind: 'created-before', intent: created } }
    const intent = newIntent(wish)
    return { result: { kind: 'prepared', intent }, put: intent }
  }).catch(whileHeldUp<Prepared>({ kind: 'not-written' }))
  if (prepared.kind === 'prepared') announceOutboxChange()
  return prepared
}

/**
 * Writes down that a request leaves now, under a key of its own, and how far the environment's clock is
 * `ahead`. Null when that must not happen: the intent is settled, is being sent already, or is gone, or
 * it lies on a disk that takes no more.
 */
export async function beginAttempt(
  id: string,
  ahead?: number,
): Promise<{ intent: Intent; key: string } | null> {
  const wasForgetful = outboxIsForgetful()
  const begun = await change(id, (intent) => {
    const key = `${id}.${intent.attempts.length + 1}`
    const attempt = { key, at: Date.now(), ...(ahead !== undefined && { ahead }) }
    const next = withAttempt(intent, attempt)
    return next && { next, result: { intent: next, key } }
  })
  if (!begun || wasForgetful || !outboxIsForgetful()) return begun
  // What lies on the disk says that this attempt never began, and the next page would believe it.
  await changeTo(id, withoutLastAttempt)
  return null
}

/**
 * Writes down how an attempt ended, or what became known about it later. Gives the intent as it is now
 * kept, whose state is what all its attempts say together; null when more was known of it already.
 */
export async function settleIntent(
  id: string,
  outcome: Settlement,
  ending: Ending = {},
): Promise<Intent | null> {
  return changeTo(id, (intent) => withEnding(intent, outcome, ending))
}

/**
 * Writes down that a batch which was found is the one that an intent made. Null when it is another
 * intent's already, or this one is settled.
 */
export async function adoptBatch(id: string, batchId: string): Promise<Intent | null> {
  const adopted = await changeOutbox<Intent | null>('all', (stored) => {
    const intents = stored.map(readEntry).flatMap(readable)
    const intent = intents.find((candidate) => candidate.id === id)
    const taken = intents.some((other) => other.batchId === batchId)
    const next = intent && !taken ? withFound(intent, batchId) : null
    return next ? { result: next, put: next } : { result: null }
  })
  if (adopted) announceOutboxChange()
  return adopted
}

/**
 * Writes down what is known of an intent that nobody works on any more: what never left was not
 * created, how the rest ended is not known. For whoever holds the draft alone. Null when it was
 * settled.
 */
export async function settleAbandoned(id: string): Promise<Intent | null> {
  return changeTo(id, abandoned)
}

/** Lets an entry go whose end somebody need not know any more. A damaged one cannot be kept. */
export async function letGo(id: string) {
  await changeOutbox({ id }, ([stored]) => {
    const entry = readEntry(stored)
    if (entry.kind === 'damaged') return { result: undefined, remove: [id] }
    if (entry.intent.state !== 'not-known') return { result: undefined }
    return { result: undefined, put: { ...entry.intent, state: 'let-go' } }
  })
  announceOutboxChange()
}

/**
 * All that is kept, newest first. What was settled 30 days ago, or has a hundred newer ones, is let go
 * on this occasion; what is open or damaged stays until somebody has seen to it.
 * Nothing while the database is held up: whoever follows the outbox is told to look again.
 */
export async function outboxEntries(): Promise<OutboxEntry[]> {
  return changeOutbox('all', (stored) => {
    const entries = stored.map(readEntry).toSorted((a, b) => timeOf(b) - timeOf(a))
    const closed = entries.filter((entry) => !isOpen(entry))
    const old = closed.filter(
      (entry, at) => at >= MOST_SETTLED || timeOf(entry) < Date.now() - LONGEST_MS,
    )
    return {
      result: entries.filter((entry) => !old.includes(entry)),
      remove: old.map(({ intent }) => intent.id),
    }
  }).catch((error: unknown) => {
    const none = whileHeldUp<OutboxEntry[]>([])(error)
    lookAgain ??= setTimeout(tellToLook, RETRY_MS)
    return none
  })
}

let lookAgain: ReturnType<typeof setTimeout> | undefined

function tellToLook() {
  lookAgain = undefined
  announceOutboxChange()
}

/** For a `catch`: `answer` where the database is held up. */
function whileHeldUp<T>(answer: T) {
  return (error: unknown): T => {
    if (error instanceof StorageFailure) return answer
    throw error
  }
}

function timeOf({ kind, intent }: OutboxEntry) {
  return (kind === 'damaged' ? intent.createdAt : lastSentAt(intent)) ?? 0
}

function readable({ kind, intent }: OutboxEntry) {
  return kind === 'readable' ? [intent] : []
}

function newestCreated(entries: readonly OutboxEntry[]) {
  return entries
    .flatMap(readable)
    .filter(({ state }) => state === 'created')
    .toSorted((a, b) => b.createdAt - a.createdAt)[0]
}

/** Changes one intent to what `decide` makes of it, and gives that. */
async function changeTo(id: string, decide: (intent: Intent) => Intent | null) {
  return change(id, (intent) => {
    const next = decide(intent)
    return next && { next, result: next }
  })
}

/** Changes one intent, if it is there, can be read, and `decide` wants to. */
async function change<T>(
  id: string,
  decide: (intent: Intent) => { next: Intent; result: T } | null,
): Promise<T | null> {
  const result = await changeOutbox<T | null>({ id }, ([stored]) => {
    const entry = stored === undefined ? null : readEntry(stored)
    const decided = entry?.kind === 'readable' ? decide(entry.intent) : null
    return decided ? { result: decided.result, put: decided.next } : { result: null }
  })
  if (result !== null) announceOutboxChange()
  return result
}
