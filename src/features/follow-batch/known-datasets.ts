import type { PracticeDataset } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { counted } from '#ui/counted.ts'

export type KnownDataset = { id: string; label: string; items: number | null }

/**
 * The datasets that can be known: the practice backend's own, and those that the workspace's batches
 * already use (the API has no call that lists datasets). Each once, practice ones first.
 */
export function knownDatasets(
  practice: readonly PracticeDataset[],
  batches: readonly Batch[],
): KnownDataset[] {
  const known = new Map<string, KnownDataset>()
  for (const { id, name, status, total_datapoint_count: items } of practice) {
    const state = status === 'READY' ? sizeOf(items) : notReady[status]
    known.set(id, { id, label: `${name} (${state})`, items: status === 'READY' ? items : null })
  }
  for (const dataset of batches.flatMap((batch) => batch.datasets)) {
    const { id, filename, total_datapoint_count: items } = dataset
    if (!known.has(id)) known.set(id, { id, label: `${filename || id} (${sizeOf(items)})`, items })
  }
  return [...known.values()]
}

const notReady = { PROCESSING: 'still being read', ERROR: 'could not be read' }

function sizeOf(items: number | null) {
  return items === null ? 'number of items unknown' : counted(items, 'item')
}
