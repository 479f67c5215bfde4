import { closeHistory, undo } from '@tiptap/pm/history'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { CellSelection, isInTable, selectedRect, TableMap } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { isWithinLine, pastedBlocks } from '#editor/paste/insert/pasted-blocks.ts'
import { withPasteState } from '#editor/paste/paste-state.ts'
import { counted } from '#ui/counted.ts'
import { captionOf } from './grid-around.ts'

/**
 * Pastes a table over the cells from the caret on, or over the selected ones, and says so when words
 * were replaced that were not selected. Anything else is pasted into each selected cell, as in Word.
 * False when it is no matter of cells. `paste` is what puts a slice into cells.
 */
export function pasteIntoCells(
  view: EditorView,
  slice: Slice,
  paste: (slice: Slice) => boolean,
): boolean {
  const { schema, selection } = view.state
  if (!isInTable(view.state)) return false
  const blocks = pastedBlocks(slice, schema)
  const [table] = blocks
  const grid = table?.type.name === 'table' && blocks.length === 1 ? table.lastChild : null
  if (!table || !grid) {
    if (!(selection instanceof CellSelection)) return false
    const isLine = isWithinLine(slice, schema)
    return paste(isLine ? slice : new Slice(Fragment.from(blocks), 0, 0))
  }
  const says = [replacedWords(view.state, grid), captionWords(table)].filter(Boolean).join(' ')
  view.dispatch(closeHistory(view.state.tr))
  if (!fitsSelection(view.state, grid)) selectFirstCell(view)
  if (!paste(new Slice(Fragment.from(grid), 0, 0))) return false
  view.dispatch(closeHistory(view.state.tr))
  if (says !== '') {
    const takeBack = () => void undo(view.state, view.dispatch)
    const notice = { kind: 'said', says, pictures: false, undo: takeBack } as const
    view.dispatch(withPasteState(view.state.tr, { notice }))
  }
  return true
}

/** Whether cells are selected that a table has room in; of a larger one a part would be lost. */
function fitsSelection(state: EditorState, grid: Node): boolean {
  const { left, right, top, bottom } = selectedRect(state)
  const { width, height } = TableMap.get(grid)
  const isSelected = state.selection instanceof CellSelection
  return isSelected && width <= right - left && height <= bottom - top
}

function selectFirstCell({ state, dispatch }: EditorView): void {
  const { map, left, top, tableStart, table } = selectedRect(state)
  const inside = tableStart + map.positionAt(top, left, table) + 1
  dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(inside))))
}

function replacedWords(state: EditorState, grid: Node): string {
  if (fitsSelection(state, grid)) return ''
  const { map, left, top, right, bottom, table } = selectedRect(state)
  const isSelected = state.selection instanceof CellSelection
  const selected = isSelected ? map.cellsInRect({ left, top, right, bottom }) : []
  const { width, height } = TableMap.get(grid)
  const cells = map.cellsInRect({
    left,
    top,
    right: Math.min(left + width, map.width),
    bottom: Math.min(top + height, map.height),
  })
  const lost = cells.filter((pos) => !selected.includes(pos) && isFilled(table.nodeAt(pos)))
  if (lost.length === 0) return ''
  return `${counted(lost.length, 'cell')} ${lost.length === 1 ? 'was' : 'were'} replaced.`
}

function isFilled(cell: Node | null): boolean {
  let isFound = false
  cell?.descendants((node) => {
    const isMark =
      node.isLeaf && !node.isText && node.type.name !== 'hardBreak' && !node.isTextblock
    isFound ||= isMark || /\S/.test(node.text ?? '')
  })
  return isFound
}

function captionWords(table: Node): string {
  const words = captionOf(table)?.textContent.trim() ?? ''
  return words === '' ? '' : `The caption “${words}” was left out.`
}
