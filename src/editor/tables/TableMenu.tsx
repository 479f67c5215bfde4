import type { Editor } from '@tiptap/core'
import {
  Table2,
  ArrowUpToLine,
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  Captions,
  Columns3,
  PanelTop,
  Rows3,
  TableCellsMerge,
  TableCellsSplit,
  Trash2,
} from 'lucide-react'
import { ToolButton } from '#editor/toolbar/ToolButton.tsx'
import { ToolMenu } from '#editor/toolbar/ToolMenu.tsx'
import styles from './TableMenu.module.css'
import { type EditorState, type Command, TextSelection } from '@tiptap/pm/state'
import { mergeCells, splitCell, selectedRect, TableMap } from '@tiptap/pm/tables'
import type { Condition } from '#editor/toolbar/editor-conditions.ts'
import { captionOf, gridAround, gridOf, tableAround, looksOf } from './grid-around.ts'
import { headerRows, removeTable, toggleCaption, toggleHeaderRow } from './table-parts.ts'
import type { Tool } from '#editor/toolbar/tools.ts'
import { changeTable } from './change-table.ts'
import { addColumn, removeColumns } from './table-column-commands.ts'
import { addRow, removeRows, cellAt } from './table-rows.ts'

/** Makes one cell of the selected ones; the caret stands behind its words. */
const mergeSelected: Command = (state, dispatch) =>
  mergeCells(
    state,
    dispatch && ((tr) => dispatch(tr.setSelection(TextSelection.near(tr.selection.$to, -1)))),
  )

/** Makes as many cells of a merged one as it covers places; only the first keeps what is its own. */
const splitSelected: Command = (state, dispatch) =>
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

const tool = (given: Omit<Tool, 'run'>, command: Command): Tool => ({
  ...given,
  run: (editor) => changeTable(editor, command),
})

/** What can be done with the table at the caret. */
export const tableTools: readonly Tool[] = [
  tool(
    { name: 'row-above', label: 'Add row above', icon: ArrowUpToLine, needs: 'inCell' },
    addRow('above'),
  ),
  tool(
    { name: 'row-below', label: 'Add row below', icon: ArrowDownToLine, needs: 'inCell' },
    addRow('below'),
  ),
  tool(
    { name: 'column-before', label: 'Add column before', icon: ArrowLeftToLine, needs: 'inCell' },
    addColumn('before'),
  ),
  tool(
    { name: 'column-after', label: 'Add column after', icon: ArrowRightToLine, needs: 'inCell' },
    addColumn('after'),
  ),
  tool({ name: 'remove-row', label: 'Remove row', icon: Rows3, needs: 'inCell' }, removeRows),
  tool(
    { name: 'remove-column', label: 'Remove column', icon: Columns3, needs: 'inCell' },
    removeColumns,
  ),
  tool(
    { name: 'merge', label: 'Merge cells', icon: TableCellsMerge, needs: 'severalCells' },
    mergeSelected,
  ),
  tool(
    { name: 'split', label: 'Split cell', icon: TableCellsSplit, needs: 'mergedCell' },
    splitSelected,
  ),
  tool(
    { name: 'header-row', label: 'Header row', icon: PanelTop, on: 'headerRow' },
    toggleHeaderRow,
  ),
  tool({ name: 'caption', label: 'Caption', icon: Captions, on: 'caption' }, toggleCaption),
  tool({ name: 'remove-table', label: 'Remove table', icon: Trash2 }, removeTable),
]

type TableMenuProps = { editor: Editor; tabIndex: number }

/** What can be done with the table at the caret, in a menu of the toolbar. */
export function TableMenu({ editor, tabIndex }: TableMenuProps) {
  return (
    <ToolMenu
      name="table"
      label="Table"
      face={<Table2 aria-hidden size={18} />}
      atEnd
      tabIndex={tabIndex}
    >
      <TableTools editor={editor} />
    </ToolMenu>
  )
}

/** Rendered while the menu is open: what it has to know takes a look at the whole table. */
function TableTools({ editor }: { editor: Editor }) {
  const conditions = tableConditions(editor.state)
  return (
    <>
      {tableTools.map((entry) => (
        <ToolButton key={entry.name} tool={entry} editor={editor} conditions={conditions} inMenu />
      ))}
      <p className={styles.hint}>
        Use the arrow keys to move between cells. To select several, hold Shift and use the arrow
        keys, or drag.
      </p>
    </>
  )
}

/** What is true of the table at the caret. It looks at the whole table: not for every key. */
export function tableConditions(state: EditorState): ReadonlySet<Condition> {
  const found = new Set<Condition>()
  const table = tableAround(state.selection.$head)
  if (!table) return found
  if (gridAround(state.selection.$head)) found.add('inCell')
  if (captionOf(table.node)) found.add('caption')
  if (headerRows(gridOf(table).node) > 0) found.add('headerRow')
  if (mergeCells(state)) found.add('severalCells')
  if (splitCell(state)) found.add('mergedCell')
  return found
}
