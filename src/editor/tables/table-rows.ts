import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { deleteRow, rowIsHeader, selectedRect, type TableRect } from '@tiptap/pm/tables'
import { emptyCell, emptyLike } from './grid-around.ts'
import { sectionTag } from './table-dom.ts'
import { removeTable } from './table-parts.ts'

/** Adds a row next to the selected ones; its cells look like theirs. */
export const addRow =
  (side: 'above' | 'below'): Command =>
  (state, dispatch) => {
    const rect = selectedRect(state)
    const { map, table, tableStart } = rect
    const at = side === 'above' ? rect.top : rect.bottom
    const model = modelFor(rect, side)
    const { tr, schema } = state
    const cells: Node[] = []
    for (let column = 0; column < map.width;) {
      const reaching = at < map.height ? cellReachingInto(rect, at, column) : null
      if (reaching) {
        const { colspan, rowspan } = reaching.node.attrs
        tr.setNodeMarkup(tableStart + reaching.pos, null, {
          ...reaching.node.attrs,
          rowspan: Number(rowspan) + 1,
        })
        column += Number(colspan)
      } else {
        const cell = model === null ? null : cellAt(rect, model, column).node
        cells.push(cell ? emptyLike(cell) : emptyCell(schema))
        column += 1
      }
    }
    const row = schema.node('tableRow', null, cells)
    const pos = tableStart + startOfRow(table, at)
    tr.insert(pos, model === null ? row : emptyLike(table.child(model), cells))
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1))))
    return true
  }

/** Takes the selected rows out, and the table with the last of them. */
export const removeRows: Command = (state, dispatch) => {
  const { top, bottom, map } = selectedRect(state)
  return bottom - top === map.height ? removeTable(state, dispatch) : deleteRow(state, dispatch)
}

/** Whether a row names the columns. */
export function isHeaderRow({ map, table }: TableRect, row: number): boolean {
  return sectionTag(table.child(row).attrs['section']) === 'thead' || rowIsHeader(map, table, row)
}

/** The cell that covers a place, and where it is in the table. */
export function cellAt(
  { map, table }: Pick<TableRect, 'map' | 'table'>,
  row: number,
  column: number,
) {
  const pos = map.map[row * map.width + column] ?? -1
  const node = pos < 0 ? null : table.nodeAt(pos)
  if (!node) throw new RangeError(`There is no cell in row ${row}, column ${column}.`)
  return { node, pos }
}

/** The row that a new one looks like; null where only the names of columns are next to it. */
function modelFor(rect: TableRect, side: 'above' | 'below'): number | null {
  if (side === 'above') return rect.top
  const next = rect.bottom < rect.map.height ? rect.bottom : null
  return isHeaderRow(rect, rect.bottom - 1) ? next : rect.bottom - 1
}

function cellReachingInto(rect: TableRect, row: number, column: number) {
  if (row === 0) return null
  const here = cellAt(rect, row, column)
  return here.pos === cellAt(rect, row - 1, column).pos ? here : null
}

function startOfRow(table: Node, row: number): number {
  return table.children.slice(0, row).reduce((size, { nodeSize }) => size + nodeSize, 0)
}
