import type { SourceRow } from '#dataset/source-table.ts'

const LOOKED_AT = 50
const LONGEST_HEADING = 120

type CellKind = 'empty' | 'number' | 'date' | 'address' | 'truth' | 'text'

const NUMBER = /^[-+(]?[$€£¥]?\s?\d[\d.,\u00a0 ]*(?:e[-+]?\d+)?\s?[%€)]?$/iu
const DATE =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(?:[T ,]+\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(?::\d{2})?$/u

function kindOf(cell: string): CellKind {
  const text = cell.slice(0, 300).trim()
  if (text === '') return 'empty'
  if (DATE.test(text)) return 'date'
  if (NUMBER.test(text)) return 'number'
  if (/^(?:https?:\/\/|www\.)/iu.test(text) || /^[^\s@]+@[^\s@]+\.[a-z]+$/iu.test(text))
    return 'address'
  if (/^(?:true|false)$/iu.test(text)) return 'truth'
  return 'text'
}

/** Every filled cell is a short text that is not like a value, and none is there twice. */
function couldBeHeadings(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return (
    filled.length > 0 &&
    filled.length * 2 >= cells.length &&
    filled.every((cell) => kindOf(cell) === 'text' && cell.length <= LONGEST_HEADING) &&
    new Set(filled.map((cell) => cell.trim().toLowerCase())).size === filled.length
  )
}

/** Whether a heading comes again as a value of its own column, as one of many values would. */
function comesAgain(heading: readonly string[], below: readonly SourceRow[]): boolean {
  return heading.some(
    (cell, column) => cell !== '' && below.some(({ cells }) => cells[column] === cell),
  )
}

/** A row of titles, each over several columns, and below it a row that names every column. */
function isTitlesOverHeadings(first: SourceRow, second: SourceRow, hasMerged: boolean): boolean {
  const titles = first.cells.filter((cell) => cell.trim() !== '')
  if (titles.length === 0 || titles.some((cell) => kindOf(cell) !== 'text')) return false
  const headings = second.cells.filter((cell) => cell.trim() !== '')
  if (!couldBeHeadings(second.cells) || headings.length <= titles.length) return false
  // Without merged cells only gaps tell: every gap in the titles has a heading below it.
  return (
    hasMerged ||
    (titles.length > 1 &&
      titles.length < first.cells.length &&
      second.cells.every((cell) => cell.trim() !== ''))
  )
}

/**
 * How many rows at the top look like headings.
 *
 * @param rows All rows, of one width.
 * @param hasMergedTitles Cells in the first row are merged sideways.
 * @returns 0, 1 or 2.
 */
export function guessHeadingRows(rows: readonly SourceRow[], hasMergedTitles: boolean): number {
  const [first, second] = rows
  if (!first) return 0
  if (second && rows.length > 2) {
    const below = rows.slice(2, 2 + LOOKED_AT)
    if (isTitlesOverHeadings(first, second, hasMergedTitles) && !comesAgain(second.cells, below)) {
      const differs = second.cells.some((_, column) =>
        below.some(({ cells }) => !['text', 'empty'].includes(kindOf(cells[column] ?? ''))),
      )
      if (hasMergedTitles || differs) return 2
    }
  }
  if (!couldBeHeadings(first.cells)) return 0
  return comesAgain(first.cells, rows.slice(1, 1 + LOOKED_AT)) ? 0 : 1
}
