import type { QueryClient } from '@tanstack/react-query'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { batchDetails, batchesOf } from '#api/batches.ts'
import { clockAhead } from '#api/server-clock.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import type { Intent } from '#storage/intent.ts'
import { adoptBatch, outboxEntries } from '#storage/outbox.ts'
import { findCreated } from './find-created.ts'
import { noteCreated } from './note-created.ts'

/** What one look into the workspace's list showed. */
export type Look = { at: number } & (
  | { kind: 'found'; batch: Batch }
  | { kind: 'several'; batches: Batch[] }
  | { kind: 'none' }
  | { kind: 'failed'; failure: ApiFailure }
)

/**
 * Looks whether a batch is there that an intent may have made. The only match is taken for it, unless
 * it is another intent's.
 */
export async function lookForBatch(
  client: QueryClient,
  backend: Backend,
  intent: Intent,
): Promise<Look> {
  const list = batchesOf(backend, intent.workspace_id)
  try {
    await client.cancelQueries({ queryKey: list.queryKey, exact: true })
    const batches = await client.fetchQuery({ ...list, staleTime: 0, retry: false })
    const found = findCreated(await withTexts(client, backend, intent, batches), intent, {
      ahead: clockAhead(backend.base_path),
      taken: await batchesOfOthers(intent),
    })
    const at = Date.now()
    const [first, ...more] = found
    if (!first) return { kind: 'none', at }
    if (more.length > 0) return { kind: 'several', batches: found, at }
    return (await adopt(client, backend, intent, first))
      ? { kind: 'found', batch: first, at }
      : { kind: 'none', at }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { kind: 'failed', failure: error.failure, at: error.at }
  }
}

/** Takes a batch for the one that an intent made. False when it turned out to be another intent's. */
export async function adopt(client: QueryClient, backend: Backend, intent: Intent, batch: Batch) {
  const adopted = await adoptBatch(intent.id, batch.id)
  if (!adopted) return false
  noteCreated(client, backend, batch, adopted)
  return true
}

async function batchesOfOthers({ id, place }: Intent) {
  const taken = new Set<string>()
  for (const entry of await outboxEntries()) {
    if (entry.kind === 'damaged' || entry.intent.id === id || entry.intent.place !== place) continue
    if (entry.intent.batchId !== undefined) taken.add(entry.intent.batchId)
  }
  return taken
}

/** More namesakes than this are not asked for one by one. */
const MOST_ASKED = 5

/** The API documents that lists hold the texts; where one does not, namesakes are asked for theirs. */
async function withTexts(
  client: QueryClient,
  backend: Backend,
  { name }: Intent,
  batches: readonly Batch[],
) {
  const bare = batches.filter((batch) => batch.name === name && batch.task_details === null)
  const details = await Promise.all(
    bare
      .slice(0, MOST_ASKED)
      .map(({ id }) => client.fetchQuery({ ...batchDetails(backend, id), retry: false })),
  )
  return batches.map((batch) => details.find(({ id }) => id === batch.id) ?? batch)
}
