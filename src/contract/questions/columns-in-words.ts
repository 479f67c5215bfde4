import type { DataColumn } from '#contract/dataset.ts'

/** So much of a value tells what a column holds. */
const LONGEST = 60

/** What a column holds in the first row, shortened to a line; null where that is not at hand. */
export function firstValueOf({ first }: Pick<DataColumn, 'first'>): string | null {
  const words = first?.replaceAll(/\s+/g, ' ').trim() ?? ''
  if (words === '') return null
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words
}

/**
 * "Columns: id (“7”), text (“It was good”)", or that there are none. '' where nothing is known.
 *
 * @param columns those that questions can show; null when there are none, undefined when that is not known
 */
export function columnsInWords(columns: readonly DataColumn[] | null | undefined): string {
  if (columns === undefined) return ''
  if (!columns) return 'This dataset has no columns that questions can show.'
  const each = columns.map((column) => {
    const value = firstValueOf(column)
    return value === null ? column.key : `${column.key} (“${value}”)`
  })
  return `Columns: ${each.join(', ')}`
}
