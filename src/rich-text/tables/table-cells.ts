import { TextSelection, type Command } from '@tiptap/pm/state'
import { mergeCells, selectedRect, splitCell, TableMap } from '@tiptap/pm/tables'
import { looksOf } from './empty-like.ts'
import { cellAt } from './table-rows.ts'

/** Makes one cell of the selected ones; the caret stands behind its words. */
export const mergeSelected: Command = (state, dispatch) =>
  mergeCells(
    state,
    dispatch && ((tr) => dispatch(tr.setSelection(TextSelection.near(tr.selection.$to, -1)))),
  )

/** Makes as many cells of a merged one as it covers places; only the first keeps what is its own. */
export const splitSelected: Command = (state, dispatch) =>
  splitCell(
    state,
    dispatch &&
      ((tr) => {
        const { left, right, top, bottom, tableStart } = selectedRect(state)
        const table = tr.doc.nodeAt(tableStart - 1)
        if (!table) return
        const split = { table, map: TableMap.get(table) }
        for (let row = top; row < bottom; row += 1) {
          for (let column = left; column < right; column += 1) {
            const { node, pos } = cellAt(split, row, column)
            if (row > top || column > left) {
              tr.setNodeMarkup(tableStart + pos, null, looksOf(node.attrs))
            }
          }
        }
        dispatch(tr)
      }),
  )
