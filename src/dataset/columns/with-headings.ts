import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { SourceTable } from '#dataset/source-table.ts'

/** Headings tell columns apart; what is longer than this tells nobody more. */
const MOST_CHARACTERS = 1_000

/**
 * Takes `headingRows` rows (0, 1 or 2) off the top of what was read and makes them the headings: unique,
 * with " (2)" and so on where the file repeats one, and "Column B" where it has none. Two rows become
 * "Group: name"; an upper cell that is empty belongs to the group on its left, as in merged cells.
 * The rows are those of `source`, the same objects.
 */
export function withHeadings(source: SourceTable, headingRows: number): PreparedTable {
  const count = Math.min(Math.max(0, Math.floor(headingRows) || 0), 2, source.rows.length)
  const upper = count > 1 ? (source.rows[0]?.cells ?? []) : []
  const names = count > 0 ? (source.rows[count - 1]?.cells ?? []) : []
  const headings: string[] = []
  let group = ''
  for (let column = 0; column < source.width; column++) {
    const above = oneLine(upper[column])
    const name = oneLine(names[column])
    if (above !== '') group = above
    headings.push(joined(group, name, above) || `Column ${columnLetters(column)}`)
    // A heading over both rows is no group of the columns to its right.
    if (name === '') group = ''
  }
  return { headings: unique(headings), rows: source.rows.slice(count) }
}

/** The name that a spreadsheet gives a column counted from 0: "A", "Z", "AA". */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

/** A heading that no column of `headings` has yet: `wanted`, or with " (2)" and so on. */
export function freeHeading(wanted: string, headings: Iterable<string>): string {
  const taken = new Set(headings)
  let heading = wanted
  for (let number = 2; taken.has(heading); number++) heading = `${wanted} (${number})`
  return heading
}

function joined(group: string, name: string, above: string): string {
  if (name === '') return above
  return group === '' || group === name ? name : `${group}: ${name}`
}

function oneLine(cell: string | undefined): string {
  if (cell === undefined) return ''
  const start = cell.trimStart().slice(0, MOST_CHARACTERS)
  return start
    .replaceAll(/[\p{Cc}\u200B\uFEFF\u2028\u2029\s]+/gu, ' ')
    .trim()
    .toWellFormed()
}

/** Headings that the file gives once stay as they are; only repetitions take a number. */
function unique(headings: readonly string[]): string[] {
  const own = new Set(headings)
  const used = new Set<string>()
  return headings.map((heading) => {
    const free = used.has(heading) ? freeHeading(heading, [...own, ...used]) : heading
    used.add(free)
    return free
  })
}
