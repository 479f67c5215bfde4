import type { PracticeDataset } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'

export type DatasetOption = { id: string; label: string }

/**
 * The datasets that can be known: the practice backend's own, and those that the workspace's batches
 * already use (the API has no call that lists datasets). Each once, practice ones first.
 */
export function datasetOptions(
  practice: readonly PracticeDataset[],
  batches: readonly Batch[],
): DatasetOption[] {
  const known = new Map<string, string>()
  for (const { id, name, status, total_datapoint_count, fields } of practice) {
    const state = status === 'READY' ? items(total_datapoint_count) : status.toLowerCase()
    known.set(id, `${name} (${state}${fields ? ', with fields' : ''})`)
  }
  for (const { id, filename, total_datapoint_count } of batches.flatMap(
    (batch) => batch.datasets,
  )) {
    if (!known.has(id)) known.set(id, `${filename ?? id} (${items(total_datapoint_count)})`)
  }
  return [...known].map(([id, label]) => ({ id, label }))
}

function items(count: number | null) {
  if (count === null) return 'number of items unknown'
  return count === 1 ? '1 item' : `${count} items`
}
