import { practiceData, type PracticeData } from '#server/practice/datasets/practice-data.ts'
import { answerJson, notFound, refuse } from '#server/http/answers.ts'
import { stateOf, type SetUp } from '#server/practice/lifecycle.ts'
import type { StoredBatch } from '#server/practice/read-row.ts'
import type { Store } from '#server/practice/store.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import type { StoredSync } from './sync-store.ts'

type Surroundings = { store: Store; now: () => number; processingMs: number }

/** How many groups rows make, and how many that were there they make larger. */
function groupsFrom(data: PracticeData, setUp: SetUp, first: number, end: number) {
  const known = data.groupsBetween(0, first)
  const named = data.groupsBetween(first, end)
  if (known && named) {
    const before = new Set(known)
    const expanded = named.filter((name) => before.has(name)).length
    return { groups_created: named.length - expanded, groups_expanded: expanded }
  }
  const { task_count, group_count, tasks_per_group } = setUp
  const perGroup = tasks_per_group ?? Math.max(1, Math.ceil(task_count / Math.max(1, group_count)))
  return { groups_created: Math.ceil((end - first) / perGroup), groups_expanded: 0 }
}

/**
 * Starts a job that makes tasks of the rows that came since the last one; nothing for a batch that is not
 * ready. The jobs of a batch come one after another.
 */
function startSync(batch: StoredBatch, { store, now, processingMs }: Surroundings) {
  const time = now()
  const data = practiceData(store, batch.dataset_id ?? '', time)
  if (!data || !batch.set_up || stateOf(batch.set_up, time).status !== 'READY') return undefined
  const last = store.syncs.of(batch.id).at(-1)
  const first = last?.end_task ?? batch.set_up.task_count
  const end = Math.max(first, data.total_datapoint_count)
  const job: StoredSync = {
    id: uuidV7(time),
    batch_id: batch.id,
    dataset_id: data.id,
    created_at: time,
    ready_at: Math.max(time, last?.ready_at ?? 0) + processingMs,
    first_task: first,
    end_task: end,
    ...groupsFrom(data, batch.set_up, first, end),
  }
  store.syncs.create(job)
  return job
}

function toWire(job: StoredSync, earlier: StoredSync | undefined, now: number) {
  const isDone = now >= job.ready_at
  const waits = earlier !== undefined && now < earlier.ready_at
  const common = {
    batch_id: job.batch_id,
    dataset_id: job.dataset_id,
    sync_id: job.id,
    created_at: new Date(job.created_at).toISOString(),
    updated_at: new Date(Math.min(now, job.ready_at)).toISOString(),
    status: isDone ? 'complete' : waits ? 'queued' : 'processing',
  }
  if (!isDone) return common
  const { first_task, end_task, groups_created, groups_expanded } = job
  const added = end_task - first_task
  const counts = { tasks_created: added, datapoints_processed: added }
  return { ...common, ...counts, groups_created, groups_expanded }
}

/** Answers `POST …/batches/{id}/sync` for a batch that exists. */
export function syncBatch(batch: StoredBatch, _body: unknown, surroundings: Surroundings) {
  const job = startSync(batch, surroundings)
  if (!job) {
    return refuse(
      400,
      'The batch could not be synced',
      'The batch must be READY and have a dataset.',
    )
  }
  const jobs = surroundings.store.syncs.of(batch.id)
  return answerJson(toWire(job, jobs.at(-2), surroundings.now()), 202)
}

/** Answers `GET …/batches/{id}/syncs/{sync_id}` for a batch that exists. */
export function readSync(batch: StoredBatch, syncId: string, { store, now }: Surroundings) {
  const jobs = store.syncs.of(batch.id)
  const index = jobs.findIndex(({ id }) => id === syncId)
  const job = jobs[index]
  return job ? answerJson(toWire(job, jobs[index - 1], now())) : notFound('Sync not found.')
}

/** Starts a sync for each batch that asked for it when its dataset gets rows by an append. */
export function syncAttached(datasetId: string, workspaceId: string, surroundings: Surroundings) {
  for (const batch of surroundings.store.batchesOf(workspaceId)) {
    const asks = batch.dataset_id === datasetId && batch.request.auto_sync_enabled
    if (asks) startSync(batch, surroundings)
  }
}
