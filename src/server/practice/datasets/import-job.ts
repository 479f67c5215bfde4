import type { ImportStatus } from '#contract/dataset-requests.ts'
import type { PracticeDataset } from '#contract/app-config.ts'
import type { StoredImport } from './import-store.ts'

/**
 * The status of an import as it is told at a moment. Until its time has come nobody is told that it
 * ended, so that whoever uses practice learns to wait.
 *
 * @param all those of its dataset, the newest first
 */
export function statusOf(
  job: StoredImport,
  all: readonly StoredImport[],
  now: number,
): ImportStatus {
  if (job.ready_at === null) return 'uninitialised'
  const { ready_at } = job
  const isTold = now >= ready_at
  if (isTold && job.state === 'waiting') return 'pending_schema'
  if (isTold && job.result) return job.result.status
  const waits = all.some(
    (other) => other.id !== job.id && isRunning(other, now) && (other.ready_at ?? 0) < ready_at,
  )
  return waits ? 'queued' : 'processing'
}

/** Whether there is a file that nobody is told the end of yet. */
export const isRunning = (job: StoredImport, now: number) =>
  job.ready_at !== null && (now < job.ready_at || job.state === 'uploaded')

const iso = (time: number) => new Date(time).toISOString()

/** An import as the API answers it. */
export function importToWire(job: StoredImport, all: readonly StoredImport[], now: number) {
  const status = statusOf(job, all, now)
  const common = {
    dataset_id: job.dataset_id,
    import_id: job.id,
    type: 'file_upload',
    filename: job.filename,
    created_at: iso(job.created_at),
    updated_at: iso(Math.min(now, Math.max(job.updated_at, job.ready_at ?? 0))),
    status,
  }
  const { result } = job
  if (result === null || status !== result.status) return common
  const { accepted_count, rejected_count, duplicate_count, errors, reason } = result
  if (status === 'failed') return { ...common, reason }
  if (status === 'complete') return { ...common, accepted_count, duplicate_count }
  return { ...common, accepted_count, rejected_count, duplicate_count, errors }
}

/** What the imports of a dataset, the newest first, make of it, when so many rows can be seen. */
export function datasetStatus(
  all: readonly StoredImport[],
  rows: number,
  now: number,
): PracticeDataset['status'] {
  const told = all.map((job) => statusOf(job, all, now))
  if (told.includes('processing') || told.includes('queued')) return 'PROCESSING'
  if (rows > 0) return 'READY'
  return told.includes('failed') ? 'ERROR' : 'UNINITIALISED'
}
