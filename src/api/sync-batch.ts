import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import { SyncJob } from '#contract/dataset-requests.ts'
import { callOf, send } from './http.ts'

/** Between two looks at a job, as the service's own tools do. */
const LOOK_MS = 1_500

const isOver = ({ status }: SyncJob) => status === 'complete' || status === 'failed'

/**
 * Asks for tasks to be made of the rows that came since the set-up, once for one key. A second job finds
 * no rows left. Rejects with an ApiError.
 */
export const startSync = (backend: Backend, id: string, key: string): Promise<SyncJob> =>
  send(SyncJob, { ...callOf(backend, 'syncBatch', { id }), key })

/** A job until it is over; nothing is asked for without one. */
export const syncJob = (backend: Backend, id: string, syncId: string | null) =>
  queryOptions({
    queryKey: [backend.place, 'batch', id, 'sync', syncId] as const,
    queryFn:
      syncId === null
        ? skipToken
        : ({ signal }) => {
            const call = callOf(backend, 'readSync', { id, sync_id: syncId })
            return send(SyncJob, { ...call, signal })
          },
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : LOOK_MS),
    retry: false,
  })
