import { mutationOptions, queryOptions, type QueryClient, skipToken } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Backend } from '#contract/app-config.ts'
import type { SetupBatchRequest, UpdateBatchRequest } from '#contract/batch.ts'
import { newId } from '#contract/new-id.ts'
import { Batch, BatchList, BatchStatus } from '#contract/answers.ts'
import { look, nextLook, type FollowedStatus } from './follow-status.ts'
import { callOf, encodeBody, send } from './http.ts'

const keys = {
  list: (backend: Backend | undefined, workspaceId: string) =>
    [backend?.place, 'batches', workspaceId] as const,
  batch: ({ place: environment }: Backend, id: string) => [environment, 'batch', id] as const,
  unreadable: (backend: Backend | undefined, workspaceId: string) =>
    [...keys.list(backend, workspaceId), 'unreadable'] as const,
  status: ({ place: environment }: Backend, id: string) =>
    [environment, 'batch', id, 'status'] as const,
}

/**
 * Asks a backend for the batches of one workspace, past every cache. Resolves with them as the API
 * orders them (it documents no order) and with what it says about the list, such as how many there are
 * in all; rejects with an ApiError, or as `signal` is aborted.
 */
export const readBatchList = (backend: Backend, workspaceId: string, signal: AbortSignal) =>
  send(BatchList, {
    ...callOf(backend, 'listBatches', { workspace_id: workspaceId }),
    signal,
  })

/**
 * Asks a backend for one batch with everything that is stored about it, past every cache. Rejects with
 * an ApiError, or as `signal` is aborted.
 */
export const readBatch = (backend: Backend, id: string, signal: AbortSignal) =>
  send(Batch, { ...callOf(backend, 'readBatch', { id }), signal })

/** The batches of one workspace. Nothing is asked before backend and workspace are known. */
export const batchesOf = (backend: Backend | undefined, workspaceId: string) =>
  queryOptions({
    queryKey: keys.list(backend, workspaceId),
    queryFn:
      backend?.connected && workspaceId !== ''
        ? async ({ signal, client }) => {
            const { results, meta } = await readBatchList(backend, workspaceId, signal)
            client.setQueryData(keys.unreadable(backend, workspaceId), meta.unreadable ?? 0)
            return results
          }
        : skipToken,
  })

/** How many batches of a workspace are stored and cannot be read, as the list said when it was last loaded. */
export const unreadableIn = (backend: Backend, workspaceId: string) =>
  queryOptions<number>({ queryKey: keys.unreadable(backend, workspaceId), queryFn: skipToken })

/** One batch with everything that is stored about it. */
export const batchDetails = (backend: Backend, id: string) =>
  queryOptions({
    queryKey: keys.batch(backend, id),
    queryFn: ({ signal }) => readBatch(backend, id, signal),
  })

/**
 * One reading of its own about a place: nobody else can join it, or cancel it for a query of theirs,
 * and no answer from before is ever taken for it. It is made once and not kept. Like every query of the
 * environment it ends when the token may have changed (then it rejects with a CancelledError), and the app
 * hears of a token that is missing.
 */
export const ownReading = <T>(backend: Backend, read: (signal: AbortSignal) => Promise<T>) =>
  queryOptions({
    queryKey: [backend.place, 'own-reading', newId()] as const,
    queryFn: ({ signal }) => read(signal),
    retry: false,
    gcTime: 0,
  })

/** The status of one batch, looked at again for as long as it may still change. */
export const batchStatus = (backend: Backend, id: string) =>
  queryOptions({
    queryKey: keys.status(backend, id),
    queryFn: async ({ signal, client, queryKey }) => {
      const call = callOf(backend, 'readBatchStatus', { id })
      const { status } = await send(BatchStatus, { ...call, signal })
      return look(client.getQueryData<FollowedStatus>(queryKey), status, Date.now())
    },
    refetchInterval: ({ state }) => nextLook(state.data, state.error, Date.now(), Math.random()),
    // The next look is the retry; a failed one is shown meanwhile.
    retry: false,
    refetchOnWindowFocus: 'always',
  })

/**
 * Creates a batch from the bytes of its request. Never called twice under two keys for one wish: a
 * second POST makes a second batch, and none can be deleted. Rejects with an ApiError.
 */
export const createBatch = (backend: Backend, body: string, key: string) =>
  send(Batch, { ...callOf(backend, 'createBatch'), body, key })

/** Has the environment duplicate a batch. As never-again as `createBatch`. Rejects with an ApiError. */
export const duplicateBatch = (backend: Backend, id: string, body: string, key: string) =>
  send(Batch, { ...callOf(backend, 'duplicateBatch', { id }), body, key })

/** What is replaced of a batch. Questions are what is stored and what was changed, whatever kinds there are. */
type BatchChanges = Omit<UpdateBatchRequest, 'batch_items'> & {
  batch_items?: readonly unknown[] | null | undefined
}

/**
 * Replaces what a request names of a batch. Never retried: between two tries somebody else may have
 * changed it too.
 */
export const updateBatch = (backend: Backend, id: string) =>
  mutationOptions({
    mutationKey: [backend.place, 'update-batch', id],
    mutationFn: (body: BatchChanges) =>
      send(Batch, {
        ...callOf(backend, 'updateBatch', { id }),
        body: encodeBody(body),
      }),
    retry: false,
    networkMode: 'always',
  })

/** Starts the set-up of a batch. The API answers 202 with nothing in it. */
export const setUpBatch = (backend: Backend, id: string) =>
  mutationOptions({
    mutationKey: [backend.place, 'set-up-batch', id],
    mutationFn: (body: SetupBatchRequest) =>
      send(z.unknown(), {
        ...callOf(backend, 'setUpBatch', { id }),
        body: encodeBody(body),
      }),
    retry: false,
    networkMode: 'always',
  })

/**
 * How many items (rows) the datasets of a batch hold together; null when there is no dataset, or when
 * the number for one of them is not known.
 */
export function itemsOf({ datasets }: Pick<Batch, 'datasets'>): number | null {
  if (datasets.length === 0) return null
  const counts = datasets.map((dataset) => dataset.total_datapoint_count)
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  )
}

/**
 * Writes down that the backend took a set-up (202): every screen shows the batch as being set up from
 * now on and follows it. An older look that is still on its way is dropped, or it would undo this.
 */
export async function noteSetUp(client: QueryClient, backend: Backend, id: string) {
  const { queryKey } = batchStatus(backend, id)
  await client.cancelQueries({ queryKey, exact: true })
  client.setQueryData(queryKey, (before) => look(before, 'PROCESSING', Date.now()))
  await client.invalidateQueries({ queryKey: [backend.place, 'batches'] })
}
