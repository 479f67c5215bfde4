import type { DataTag, QueryClient, QueryKey } from '@tanstack/react-query'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { batchDetails, batchesOf, ownReading, readBatch, readBatchList } from '#api/batches.ts'
import { clockAhead } from '#api/server-clock.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import type { Intent } from '#outbox/store/intent.ts'
import { adoptBatch, outboxEntries } from '#outbox/store/outbox.ts'
import { findCreated } from './find-created.ts'
import { noteCreated } from '#outbox/send/create-and-note.ts'

/** What one look into the workspace's list showed. */
export type Look = { at: number } & (
  | { kind: 'found'; batch: Batch }
  | { kind: 'several'; batches: Batch[] }
  /** `unseen`: how many batches of the workspace the list said it has and did not show. */
  | { kind: 'none'; unseen: number }
  /** `failure` is null where it broke off for another reason than an answer. */
  | { kind: 'failed'; failure: ApiFailure | null }
)

/**
 * Looks whether a batch is there that an intent may have made. The only match is taken for it, unless
 * it is another intent's. Never rejects: whatever goes wrong makes it a failed look, which says nothing
 * about the batch.
 */
export async function reconcile(
  client: QueryClient,
  backend: Backend,
  intent: Intent,
): Promise<Look> {
  try {
    const { found, unseen } = await search(client, backend, intent)
    const at = Date.now()
    const [first, ...more] = found
    if (!first) return { kind: 'none', unseen, at }
    if (more.length > 0) return { kind: 'several', batches: found, at }
    return (await adopt(client, backend, intent, first))
      ? { kind: 'found', batch: first, at }
      : { kind: 'none', unseen, at }
  } catch (error) {
    return error instanceof ApiError
      ? { kind: 'failed', failure: error.failure, at: error.at }
      : { kind: 'failed', failure: null, at: Date.now() }
  }
}

/**
 * The batches beside the known one that an intent may have made too, because it was sent more than
 * once. Rejects with an ApiError, or a CancelledError when the token may have changed.
 */
export async function findDoubles(client: QueryClient, backend: Backend, intent: Intent) {
  return (await search(client, backend, intent)).found
}

/** Takes a batch for the one that an intent made. False when it turned out to be another intent's. */
export async function adopt(client: QueryClient, backend: Backend, intent: Intent, batch: Batch) {
  const adopted = await adoptBatch(intent.id, batch.id)
  if (!adopted) return false
  noteCreated(client, backend, batch, adopted)
  return true
}

/** What is there that an intent may have made and that is not known to have come of anything. */
async function search(client: QueryClient, backend: Backend, intent: Intent) {
  // Not by the queries of the screens: when somebody cancels one, it gives an answer from before.
  const { batches, unseen } = await client.fetchQuery(
    ownReading(backend, (signal) => readNow(client, backend, intent, signal)),
  )
  const ahead = clockAhead(backend.base_path)
  return {
    found: findCreated(batches, intent, { ahead, taken: await knownBatches(intent) }),
    unseen,
  }
}

async function knownBatches({ place: environment }: Intent) {
  const known = new Set<string>()
  for (const entry of await outboxEntries()) {
    if (entry.kind === 'damaged' || entry.intent.place !== environment) continue
    if (entry.intent.batchId !== undefined) known.add(entry.intent.batchId)
  }
  return known
}

/** The batches of the intent's workspace as they are now, with the texts of those that may be its. */
async function readNow(
  client: QueryClient,
  backend: Backend,
  intent: Intent,
  signal: AbortSignal,
): Promise<{ batches: Batch[]; unseen: number }> {
  const { workspace_id } = intent
  const askedAt = Date.now()
  const { results, meta } = await readBatchList(backend, workspace_id, signal)
  // What the former owner of a token could see is not put back into the page.
  signal.throwIfAborted()
  show(client, batchesOf(backend, workspace_id).queryKey, results, askedAt)
  return {
    batches: await withTexts(client, backend, intent, results, signal),
    unseen: Math.max(0, (meta.count ?? 0) - results.length),
  }
}

/** More namesakes than this are not asked for one by one. */
const MOST_ASKED = 5

/** The API documents that lists hold the texts; where one does not, namesakes are asked for theirs. */
async function withTexts(
  client: QueryClient,
  backend: Backend,
  { name }: Intent,
  batches: readonly Batch[],
  signal: AbortSignal,
) {
  const askedAt = Date.now()
  const details = await Promise.all(
    batches
      .filter((batch) => batch.name === name && batch.task_details === null)
      .toSorted(newestFirst)
      .slice(0, MOST_ASKED)
      .map(({ id }) => readBatch(backend, id, signal)),
  )
  signal.throwIfAborted()
  for (const batch of details) {
    show(client, batchDetails(backend, batch.id).queryKey, batch, askedAt)
  }
  return batches.map((batch) => details.find(({ id }) => id === batch.id) ?? batch)
}

/** What was sent a moment ago is among the newest. */
function newestFirst(a: Batch, b: Batch) {
  return (b.created_at ?? '').localeCompare(a.created_at ?? '')
}

/** Gives the screens what was asked for at `askedAt`, unless they got something since. */
function show<T>(
  client: QueryClient,
  queryKey: DataTag<QueryKey, T, ApiError>,
  data: NoInfer<T>,
  askedAt: number,
) {
  const shownSince = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0
  if (shownSince <= askedAt) client.setQueryData(queryKey, () => data)
}
