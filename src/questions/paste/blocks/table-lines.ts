import { isBare, opensChoices, type Question } from './blocks.ts'
import type { Line } from '#questions/paste/lines/lines.ts'

/** How a text that stands above several rows begins: with an empty corner. */
const startsEmpty = ({ cells }: Line) =>
  cells[0] === '' && cells.filter((cell) => cell !== '').length > 1

const isRow = (line: Line) => line.cells.length > 0 && line.marker?.kind !== 'box'

/**
 * The lines of a table that starts at a line; none when none does. One row alone is none, and neither
 * are choices that stand next to each other below their question.
 */
export function tableAt(lines: readonly Line[], at: number, open: Question | null): Line[] {
  const first = lines[at]
  if (!first || !isRow(first)) return []
  // Statements without a tab behind them have lost their empty cells.
  const takesAll = startsEmpty(first)
  const isIn = (line: Line | undefined) =>
    line !== undefined && !line.isApart && (takesAll || isRow(line))
  let end = at + 1
  while (isIn(lines[end])) end++
  const rows = lines.slice(at, end)
  if (rows.length < 2 || (isChoiceGrid(rows) && open && asksForChoices(open))) return []
  return rows
}

function isChoiceGrid(rows: readonly Line[]) {
  return rows.every(
    ({ cells, marker }) =>
      !marker && cells.every((cell) => cell !== '' && cell.length <= 60 && /\p{L}/u.test(cell)),
  )
}

function asksForChoices(open: Question) {
  return isBare(open) && opensChoices(open.stem.at(-1) ?? '') && open.marker !== null
}
