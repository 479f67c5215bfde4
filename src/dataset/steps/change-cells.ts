import type { PreparedRow, PreparedTable } from '#dataset/prepared-table.ts'

/** A table whose rows are those that `keep` lets through; the same table when it lets all of them through. */
export function keepRows(
  table: PreparedTable,
  keep: (row: PreparedRow, index: number) => boolean,
): PreparedTable {
  const rows = table.rows.filter(keep)
  return rows.length === table.rows.length ? table : { ...table, rows }
}

/**
 * A table with every cell as `change` gives it back, or the cells of one column. Rows without a change
 * are the same objects, and so is a table without one, or without that column.
 */
export function changeCells(
  table: PreparedTable,
  change: (cell: string) => string,
  heading?: string,
): PreparedTable {
  const only = heading === undefined ? null : table.headings.indexOf(heading)
  if (only === -1) return table
  return changeRows(table, (row) => {
    if (only !== null) {
      const before = row.cells[only] ?? ''
      const after = change(before)
      return after === before ? row : { ...row, cells: row.cells.with(only, after) }
    }
    const cells = row.cells.map(change)
    return cells.some((cell, index) => cell !== row.cells[index]) ? { ...row, cells } : row
  })
}

/** A table with every row as `change` gives it back; the same table when all of them are the same. */
function changeRows(
  table: PreparedTable,
  change: (row: PreparedRow, index: number) => PreparedRow,
): PreparedTable {
  const rows = table.rows.map(change)
  return rows.some((row, index) => row !== table.rows[index]) ? { ...table, rows } : table
}

/**
 * Empty cells of a column with the value above them, apart from empty rows, which are no part of what
 * was merged. The same table when nothing can be filled.
 */
export function fillDown(table: PreparedTable, column: string): PreparedTable {
  const at = table.headings.indexOf(column)
  if (at === -1) return table
  let above = ''
  return changeRows(table, (row) => {
    const cell = row.cells[at] ?? ''
    if (!isEmptyCell(cell)) above = cell
    if (!isEmptyCell(cell) || above === '' || isEmptyRow(row)) return row
    return { ...row, cells: row.cells.with(at, above) }
  })
}

/** Whether nothing can be seen in a row. */
export function isEmptyRow({ cells }: PreparedRow): boolean {
  return cells.every(isEmptyCell)
}

/** Whether nothing can be seen in a cell. */
export function isEmptyCell(cell: string): boolean {
  return cell === '' || !/\S/.test(cell)
}
