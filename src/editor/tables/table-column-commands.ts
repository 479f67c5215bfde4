import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { deleteColumn, selectedRect } from '@tiptap/pm/tables'
import { emptyCell, emptyLike, tableAround } from './grid-around.ts'
import { removeTable } from './table-parts.ts'
import { cellAt, isHeaderRow } from './table-rows.ts'
import { inertDocument, parseInert, serializeFragment } from '#html/parse/inert-document.ts'

/** Adds a column next to the selected ones; its cells look like theirs. */
export const addColumn =
  (side: 'before' | 'after'): Command =>
  (state, dispatch) => {
    const rect = selectedRect(state)
    const { map, table, tableStart } = rect
    const at = side === 'before' ? rect.left : rect.right
    const model = side === 'before' ? rect.left : rect.right - 1
    const { tr, schema } = state
    let caret: number | null = null
    for (let row = 0; row < map.height; row += 1) {
      const here = at > 0 && at < map.width ? cellAt(rect, row, at) : null
      if (here && here.pos === cellAt(rect, row, at - 1).pos) {
        const { colspan, rowspan } = here.node.attrs
        tr.setNodeMarkup(tr.mapping.map(tableStart + here.pos), null, {
          ...here.node.attrs,
          colspan: Number(colspan) + 1,
        })
        row += Number(rowspan) - 1
      } else {
        const like = cellAt(rect, row, model).node
        // The names of rows are in one column only.
        const plain = like.type.name === 'tableHeader' && !isHeaderRow(rect, row)
        const pos = tr.mapping.map(tableStart + map.positionAt(row, at, table))
        tr.insert(pos, plain ? emptyCell(schema) : emptyLike(like))
        if (row >= rect.top) caret ??= pos
      }
    }
    changeColumns(state, tr, (columns) => withColumn(columns, at))
    if (caret !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(caret + 1)))
    dispatch?.(tr)
    return true
  }

/** Takes the selected columns out, and the table with the last of them. */
export const removeColumns: Command = (state, dispatch) => {
  const { left, right, map } = selectedRect(state)
  if (right - left === map.width) return removeTable(state, dispatch)
  return deleteColumn(state, (tr) => {
    changeColumns(state, tr, (columns) => withoutColumns(columns, left, right))
    dispatch?.(tr)
  })
}

function changeColumns(state: EditorState, tr: Transaction, change: (columns: string) => string) {
  const table = tableAround(state.selection.$head)
  const columns: unknown = table?.node.attrs['columns']
  if (!table || typeof columns !== 'string' || columns === '') return
  tr.setNodeAttribute(table.pos, 'columns', change(columns))
}

/*
 * The `<colgroup>`s that somebody wrote, while columns come and go. Each `<col>`, and each
 * `<colgroup>` without one, stands for as many columns as its `span` says.
 */

/** With one more column in front of the one at `index`, which looks like its neighbour. */
function withColumn(columns: string, index: number): string {
  return changed(columns, (stands) => {
    const found = standing(stands, Math.max(0, index - 1))
    found?.setAttribute('span', String(spanOf(found) + 1))
  })
}

/** Without the columns from `from` up to, but not with, `to`. */
function withoutColumns(columns: string, from: number, to: number): string {
  return changed(columns, (stands) => {
    for (let index = to - 1; index >= from; index -= 1) {
      const found = standing(stands, index)
      if (!found) continue
      if (spanOf(found) > 2) found.setAttribute('span', String(spanOf(found) - 1))
      else if (spanOf(found) === 2) found.removeAttribute('span')
      else remove(found)
    }
  })
}

function changed(columns: string, change: (stands: () => Element[]) => void): string {
  if (columns === '') return ''
  const table = parseInert(`<table>${columns}</table>`)
  change(() => [...table.querySelectorAll('col, colgroup:not(:has(col))')])
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(...table.querySelectorAll('colgroup'))
  return serializeFragment(fragment)
}

function standing(stands: () => Element[], index: number): Element | undefined {
  let column = 0
  return stands().find((element) => {
    column += spanOf(element)
    return column > index
  })
}

function spanOf(element: Element): number {
  return Number(element.getAttribute('span') ?? 1)
}

function remove(column: Element): void {
  const group = column.parentElement
  column.remove()
  // An empty group would stand for a column itself.
  if (group?.localName === 'colgroup' && !group.querySelector('col')) group.remove()
}
