import type { PracticeDataset } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'

export type KnownDataset = { id: string; label: string; items: number | null }

/**
 * The datasets that can be known: the practice backend's own, those that were made in this browser, and
 * those that the workspace's batches already use (the API has no call that lists datasets). Each once,
 * the browser's own first.
 */
export function knownDatasets(
  practice: readonly PracticeDataset[],
  batches: readonly Pick<Batch, 'datasets'>[],
  made: readonly { id: string; name: string; items: number; columns: readonly unknown[] }[] = [],
): KnownDataset[] {
  const known = new Map<string, KnownDataset>()
  for (const { id, name, items, columns } of made) {
    const fields = columns.length > 0 ? 'with fields' : ''
    known.set(id, { id, label: labelOf(name, sizeOf(items), fields), items })
  }
  for (const { id, name, status, total_datapoint_count, fields } of practice) {
    if (known.has(id)) continue
    const items = status === 'READY' ? total_datapoint_count : null
    if (status !== 'READY') {
      known.set(id, { id, label: `${name} (${notReady[status]})`, items })
      continue
    }
    known.set(id, { id, label: labelOf(name, sizeOf(items), fields ? 'with fields' : ''), items })
  }
  for (const dataset of batches.flatMap((batch) => batch.datasets)) {
    const { id, filename, total_datapoint_count: items } = dataset
    if (!known.has(id)) known.set(id, { id, label: labelOf(filename || id, sizeOf(items)), items })
  }
  return [...known.values()]
}

const notReady = {
  UNINITIALISED: 'no data yet',
  PROCESSING: 'still being read',
  ERROR: 'could not be read',
}

/** A name with what else there is to say, each once: some names say how many items they hold. */
function labelOf(name: string, ...more: readonly string[]) {
  const rest = more.filter((words) => words !== '' && !says(name, words))
  return rest.length === 0 ? name : `${name} (${rest.join(', ')})`
}

/** Not as the end of a larger number. */
function says(name: string, words: string) {
  const at = name.indexOf(words)
  return at >= 0 && !/[\d.,]$/.test(name.slice(0, at))
}

const number = new Intl.NumberFormat()

function sizeOf(items: number | null) {
  if (items === null) return 'number of items unknown'
  return items === 1 ? '1 item' : `${number.format(items)} items`
}
