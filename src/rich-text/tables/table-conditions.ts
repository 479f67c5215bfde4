import type { EditorState } from '@tiptap/pm/state'
import { mergeCells, splitCell } from '@tiptap/pm/tables'
import type { Condition } from '#rich-text/editor-conditions.ts'
import { captionOf, gridAround, gridOf, tableAround } from './grid-around.ts'
import { headerRows } from './table-parts.ts'

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
