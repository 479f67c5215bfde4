import type { Command } from '@tiptap/pm/state'
import {
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
import type { Tool } from '#rich-text/tools.ts'
import { changeTable } from './change-table.ts'
import { mergeSelected, splitSelected } from './table-cells.ts'
import { addColumn, removeColumns } from './table-column-commands.ts'
import { removeTable, toggleCaption, toggleHeaderRow } from './table-parts.ts'
import { addRow, removeRows } from './table-rows.ts'

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
