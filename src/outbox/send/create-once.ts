import type { OutboxEntry } from '#outbox/store/outbox-entry.ts'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { isOutOfReach } from '#api/connection.ts'
import { createBatch, duplicateBatch } from '#api/batches.ts'
import { explainFailure, mayHaveHappened } from '#api/explain-failure.ts'
import { clockAhead } from '#api/server-clock.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import type { Intent, Wish } from '#outbox/store/intent.ts'
import { withEnding } from '#outbox/store/intent-state.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { beginAttempt, prepareIntent, settleIntent } from '#outbox/store/outbox.ts'
import { withDraftLock } from './with-draft-lock.ts'
import { takeOver } from './sends-of-draft.ts'

/** How a wish for a batch ended. Only the first three mean that something was sent. */
export type Outcome =
  | { kind: 'created'; batch: Batch }
  | { kind: 'not-created'; failure: ApiFailure; at: number }
  | { kind: 'not-known' }
  /** There is no network, and the server is out of reach. */
  | { kind: 'offline' }
  /** Another window is sending this draft. */
  | { kind: 'elsewhere' }
  /** How an earlier sending of this draft ended is not known yet. */
  | { kind: 'open'; entry: OutboxEntry }
  /** A batch was made of this draft before. */
  | { kind: 'created-before'; intent: Intent }
  /** It could not be written down that it is to be sent. */
  | { kind: 'not-written' }

/**
 * Creates one batch for one wish: it is written down first, sent once, and how it ended is written
 * down too. `evenIfCreated` makes a second batch of a draft that became one.
 */
export async function createOnce(
  backend: Backend,
  wish: Wish,
  options: { evenIfCreated: boolean },
): Promise<Outcome> {
  if (await isOutOfReach()) return { kind: 'offline' }
  const outcome = await withDraftLock(wish.draft, async (sure) => {
    const prepared = await prepare(wish, options, sure)
    return prepared.kind === 'prepared' ? attempt(backend, prepared.intent) : prepared
  })
  if (outcome?.kind === 'open' && isUnderWay(outcome.entry)) return { kind: 'elsewhere' }
  return outcome ?? { kind: 'elsewhere' }
}

/** Sends the stored bytes of an intent once more, because somebody wants it after looking. */
export async function sendAgain(backend: Backend, intent: Intent): Promise<Outcome> {
  if (await isOutOfReach()) return { kind: 'offline' }
  const outcome = await withDraftLock(intent.draft, () => attempt(backend, intent))
  return outcome ?? { kind: 'elsewhere' }
}

/** What a window that is gone has left behind is seen to first. */
async function prepare(wish: Wish, options: { evenIfCreated: boolean }, sure: boolean) {
  const prepared = await prepareIntent(wish, options)
  if (prepared.kind !== 'open' || prepared.entry.kind === 'damaged') return prepared
  const left = await takeOver(prepared.entry.intent, sure)
  return left ? prepareIntent(wish, options) : prepared
}

async function attempt(backend: Backend, { id, place: environment }: Intent): Promise<Outcome> {
  if (backend.place !== environment)
    throw new Error('An intent is sent only where it was reviewed for.')
  const begun = await beginAttempt(id, clockAhead(backend.base_path))
  if (!begun) return { kind: 'not-written' }
  const stopGuarding = guardLeaving(() => true)
  try {
    const { outcome, words } = await answerTo(backend, begun.intent, begun.key)
    const batchId = outcome.kind === 'created' ? outcome.batch.id : undefined
    const ending = { ...words, key: begun.key, ...(batchId !== undefined && { batchId }) }
    // An answer is not lost with the note of it; what was not noted is looked for later.
    const kept = await settleIntent(id, outcome.kind, ending).catch(() =>
      withEnding(begun.intent, outcome.kind, ending),
    )
    // A clear no to this request says nothing about one that was sent before it.
    const inDoubt = outcome.kind === 'not-created' && kept?.state === 'not-known'
    return inDoubt ? { kind: 'not-known' } : outcome
  } finally {
    stopGuarding()
  }
}

type Answer = {
  outcome: Extract<Outcome, { kind: 'created' | 'not-created' | 'not-known' }>
  words?: { reason: string; quote?: string }
}

/** Sends a request and says what its answer means. Never rejects: by then it may have been carried out. */
async function answerTo(backend: Backend, intent: Intent, key: string): Promise<Answer> {
  try {
    return { outcome: { kind: 'created', batch: await post(backend, intent, key) } }
  } catch (error) {
    if (!(error instanceof ApiError)) {
      return { outcome: { kind: 'not-known' }, words: { reason: 'The answer could not be read.' } }
    }
    const { failure, at } = error
    const { title: reason, quote } = explainFailure(failure, backend.name)
    return {
      outcome: mayHaveHappened(failure)
        ? { kind: 'not-known' }
        : { kind: 'not-created', failure, at },
      words: { reason, quote },
    }
  }
}

async function post(backend: Backend, { body, duplicateOf }: Intent, key: string) {
  return duplicateOf
    ? duplicateBatch(backend, duplicateOf.id, body, key)
    : createBatch(backend, body, key)
}

function isUnderWay(entry: OutboxEntry) {
  return entry.kind === 'readable' && entry.intent.state !== 'not-known'
}
