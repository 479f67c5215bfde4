import type { PreparedRow } from '#dataset/prepared-table.ts'
import { isEmptyRow } from './change-cells.ts'

/** A row that repeats an earlier one, both by their positions. */
export interface DoubledRow {
  index: number
  first: number
}

/**
 * The rows that are the same as an earlier one in these columns, or in all; `first` is the first of
 * them. Empty rows are left to the check and the step that are about them.
 */
export function doubledRows(
  rows: readonly PreparedRow[],
  columns?: readonly number[],
): DoubledRow[] {
  const width = rows[0]?.cells.length ?? 0
  const compared = columns ?? Array.from({ length: width }, (_, index) => index)
  // Rows rarely share the rough sum of another row; those that do are told apart by their whole text,
  // so that no choice of rows makes this slow.
  const bySum = new Map<number, number>()
  const byText = new Map<string, number>()
  const doubled: DoubledRow[] = []
  rows.forEach((row, index) => {
    const sum = roughSum(row.cells, compared)
    const before = bySum.get(sum)
    const earlier = before === undefined ? undefined : rows[before]
    if (before === undefined || earlier === undefined) {
      bySum.set(sum, index)
      return
    }
    if (isEmptyRow(row)) return
    if (compared.every((column) => row.cells[column] === earlier.cells[column])) {
      doubled.push({ index, first: before })
      return
    }
    const text = JSON.stringify(compared.map((column) => row.cells[column]))
    const first = byText.get(text)
    if (first === undefined) byText.set(text, index)
    else doubled.push({ index, first })
  })
  return doubled
}

/** So many characters at both ends of a cell count, so that long cells cost no more than short ones. */
const ENDS = 5

function roughSum(cells: readonly string[], columns: readonly number[]): number {
  let sum = 0
  for (const column of columns) {
    const cell = cells[column] ?? ''
    sum = Math.imul(sum ^ cell.length, 0x01_00_01_93)
    const start = Math.min(ENDS, cell.length)
    for (let at = 0; at < start; at++) sum = Math.imul(sum ^ cell.charCodeAt(at), 0x01_00_01_93)
    for (let at = Math.max(start, cell.length - ENDS); at < cell.length; at++) {
      sum = Math.imul(sum ^ cell.charCodeAt(at), 0x01_00_01_93)
    }
  }
  // Within 30 bits a map keeps a number as it is, which is several times faster.
  return sum >>> 2
}
