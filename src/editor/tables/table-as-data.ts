import type { Node } from '@tiptap/pm/model'

/** Tables of more rows are hardly meant to be read in a text. */
const MOST_ROWS_IN_A_TEXT = 20
/** Cells may claim to be wider and higher than any table is. */
const MOST_SPAN = 200

/** What a table becomes as a file. */
const NAME = 'Pasted cells.tsv'

/** A table among pasted blocks that may be data, and its cells as a file. */
export type TableAsData = { at: number; rows: number; name: string; cells: () => Blob }

/** The first table between two positions that is too long for a text; null when there is none. */
export function longTableIn(doc: Node, from: number, to: number): TableAsData | null {
  let found: TableAsData | null = null
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, at) => {
    if (found || node.type.name !== 'table') return !found
    const isWhole = at >= from && at + node.nodeSize <= to
    const rows = node.lastChild?.childCount ?? 0
    if (isWhole && rows > MOST_ROWS_IN_A_TEXT) {
      found = { at, rows, name: NAME, cells: () => cellsOf(node) }
    }
    return false
  })
  return found
}

/** The cells with tabs between them, as spreadsheets copy them. */
function cellsOf(table: Node): Blob {
  const text = gridOf(table).map((row) => `${row.map(quoted).join('\t')}\n`)
  return new Blob(text, { type: 'text/tab-separated-values' })
}

/** The words of each cell in its place: the further places of a merged cell stay empty. */
function gridOf(table: Node): string[][] {
  const rows = table.lastChild?.children ?? []
  const grid: string[][] = rows.map(() => [])
  for (const [index, { children }] of rows.entries()) {
    const row = grid[index] ?? []
    for (const cell of children) {
      // A cell above may reach down into this row.
      let column = 0
      while (row[column] !== undefined) column += 1
      const down = grid.slice(index, index + spanOf(cell, 'rowspan'))
      for (const each of down) {
        for (let more = 0; more < spanOf(cell, 'colspan'); more += 1) each[column + more] = ''
      }
      row[column] = wordsOf(cell)
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''))
}

function wordsOf(cell: Node): string {
  return cell.textBetween(0, cell.content.size, '\n', lineBreak).trim()
}

const lineBreak = ({ type }: Node) => (type.name === 'hardBreak' ? '\n' : '')

function spanOf({ attrs }: Node, name: 'rowspan' | 'colspan'): number {
  const span = Number(attrs[name])
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
