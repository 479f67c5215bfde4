import type { ColumnUse, Step } from '#dataset/recipe.ts'
import { counted } from '#ui/counted.ts'

/** Something about the data that is worth a look, in one sentence or two. */
export interface Finding {
  /** Unique among the findings of a table, and the same for the same fault after a change. */
  id: string
  /** `must`: it cannot be sent as it is. `should`: it is likely a mistake. `note`: good to know. */
  level: 'must' | 'should' | 'note'
  message: string
  /** The heading of the column that it is about; null when it is about several, or the table. */
  column: string | null
  /** Row numbers in the file, at most 1,000. Rows that a step added have none. */
  rows: readonly number[]
  /** How many rows there are in all; 0 when it is not about rows. */
  count: number
  /** A step that fixes it. */
  fix: { label: string; step: Step } | null
  /** Another use of a column that settles it. */
  setUse: { column: string; use: ColumnUse; label: string } | null
}

/** A finding about the whole table that nothing fixes, with whatever `parts` says instead. */
export function finding(
  id: string,
  level: Finding['level'],
  message: string,
  parts: Partial<Finding> = {},
): Finding {
  return { id, level, message, column: null, rows: [], count: 0, fix: null, setUse: null, ...parts }
}

/** Rows as a finding lists them. */
export interface RowList {
  rows: number[]
  count: number
}

const MOST_ROWS = 1_000

/** Adds a row by its number in the file; 0 only counts. */
export function addRow(list: RowList, number: number) {
  list.count++
  if (number > 0 && list.rows.length < MOST_ROWS) list.rows.push(number)
}

/** "row 17", "rows 40 and 88", "rows 4, 9, 17 and 32 more"; "3 added rows" where none is in the file. */
export function rowWords({ rows, count }: Pick<Finding, 'rows' | 'count'>): string {
  if (rows.length === 0) return counted(count, 'added row')
  const named = rows.slice(0, count <= 4 ? 4 : 3)
  const more = count - named.length
  const words = more > 0 ? [...named.map(String), counted(more, 'more').replace(/s$/, '')] : named
  if (words.length === 1) return `row ${words[0]}`
  return `rows ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `text` with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A name in quotes, cut so that it fits into a sentence. */
export function quoted(name: string): string {
  const line = name.slice(0, 60).replaceAll(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return `‘${characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : line}’`
}
