import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { TableMap } from '@tiptap/pm/tables'
import { emptyCell, emptyLike, gridAround, type Placed } from './grid-around.ts'

/**
 * Runs a command on the table at the caret, as one step of undo. Rows of different length are filled
 * up first: an uneven table has no columns to count.
 */
export function changeTable(editor: Editor, command: Command): void {
  const { state, view } = editor
  const evened = withEvenRows(state)
  command(evened ? state.apply(evened) : state, (change) => {
    view.dispatch((evened ? appended(evened, change) : change).scrollIntoView())
  })
  view.focus()
}

/** What makes the rows around the selection equally long; null when they are. */
function withEvenRows(state: EditorState): Transaction | null {
  const grid = gridAround(state.selection.$head)
  const problems = grid && TableMap.get(grid.node).problems
  if (!problems) return null
  const { tr } = state
  const missing = Array<number>(grid.node.childCount).fill(0)
  const miss = (row: number, cells: number) => {
    missing[row] = (missing[row] ?? 0) + cells
  }
  for (const problem of problems) {
    switch (problem.type) {
      case 'missing':
        miss(problem.row, problem.n)
        break
      case 'overlong_rowspan':
        shorten(tr, grid, problem.pos, 'rowspan', problem.n)
        break
      case 'collision': {
        const cell = shorten(tr, grid, problem.pos, 'colspan', problem.n)
        for (let row = 0; row < Number(cell?.attrs['rowspan']); row += 1) {
          miss(problem.row + row, problem.n)
        }
        break
      }
      case 'colwidth mismatch':
      case 'zero_sized':
        break
    }
  }
  fill(tr, grid, missing)
  return tr
}

function shorten(
  tr: Transaction,
  grid: Placed,
  offset: number,
  span: 'colspan' | 'rowspan',
  by: number,
): Node | null {
  const cell = grid.node.nodeAt(offset)
  if (cell) {
    tr.setNodeAttribute(grid.pos + 1 + offset, span, Math.max(1, Number(cell.attrs[span]) - by))
  }
  return cell
}

/** Adds empty cells at the ends of rows. */
function fill(tr: Transaction, { node, pos }: Placed, missing: readonly number[]): void {
  // From the last row to the first, so that the places of the others stay where they are.
  let end = pos + node.nodeSize - 1
  for (const [index, row] of [...node.children.entries()].toReversed()) {
    const cell = row.lastChild ?? emptyCell(tr.doc.type.schema)
    const cells = Array<Node>(missing[index] ?? 0).fill(emptyLike(cell))
    if (cells.length > 0) tr.insert(end - 1, cells)
    end -= row.nodeSize
  }
}

function appended(first: Transaction, second: Transaction): Transaction {
  for (const step of second.steps) first.step(step)
  return first.setSelection(second.selection.getBookmark().resolve(first.doc))
}
