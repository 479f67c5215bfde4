import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { readKept } from '#editor/schema/kept-attributes.ts'
import { captionOf, gridOf, tableAround } from './grid-around.ts'
import { sectionTag } from './table-dom.ts'

/** Takes the whole table out. */
export const removeTable: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$head)
  if (!table) return false
  const tr = state.tr.delete(table.pos, table.pos + table.node.nodeSize)
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(table.pos))))
  return true
}

/** Adds a caption to write in, or takes the one there is out. */
export const toggleCaption: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$head)
  if (!table) return false
  const start = table.pos + 1
  const caption = captionOf(table.node)
  const { tr, schema } = state
  if (caption) tr.delete(start, start + caption.nodeSize)
  else {
    tr.insert(start, schema.node('tableCaption'))
    tr.setSelection(TextSelection.create(tr.doc, start + 1))
  }
  dispatch?.(tr)
  return true
}

/**
 * Makes the first row name the columns (`<thead>` with `<th scope="col">`), or an ordinary one of it.
 * Cells that reach further down take those rows along: a section cannot cut through a cell.
 */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$head)
  if (!table) return false
  const { node: grid, pos } = gridOf(table)
  const present = headerRows(grid)
  const { tr } = state
  const rows = grid.children.slice(0, present || heightOf(grid.child(0)))
  const below: unknown = grid.maybeChild(rows.length)?.attrs['section'] ?? null
  let at = pos + 1
  for (const row of rows) {
    tr.setNodeAttribute(at, 'section', present ? below : '<thead></thead>')
    setHeader(tr, row, at, present === 0)
    at += row.nodeSize
  }
  dispatch?.(tr)
  return true
}

/** How many rows at the top name the columns. */
export function headerRows(grid: Node): number {
  const end = grid.children.findIndex(({ attrs }) => sectionTag(attrs['section']) !== 'thead')
  if (end !== 0) return end < 0 ? grid.childCount : end
  const cells = grid.child(0).children
  return cells.length > 0 && cells.every(({ type }) => type.name === 'tableHeader') ? 1 : 0
}

/** How many rows the tallest cell of a row reaches over. */
function heightOf(row: Node): number {
  return Math.max(1, ...row.children.map(({ attrs }) => Number(attrs['rowspan'])))
}

function setHeader(tr: Transaction, row: Node, pos: number, header: boolean): void {
  const type = tr.doc.type.schema.nodes[header ? 'tableHeader' : 'tableCell']
  row.forEach((cell, offset) => {
    const { scope: _scope, ...others } = readKept(cell.attrs)
    const kept = header
      ? { ...others, scope: Number(cell.attrs['colspan']) > 1 ? 'colgroup' : 'col' }
      : others
    tr.setNodeMarkup(pos + 1 + offset, type, {
      ...cell.attrs,
      kept: Object.keys(kept).length > 0 ? kept : null,
    })
  })
}
