import type { Batch } from '#contract/read-batch.ts'

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
