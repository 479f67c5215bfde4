import type { Editor } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { emptyCell } from './grid-around.ts'

export interface TableSize {
  /** With the one that names the columns. */
  rows: number
  columns: number
  /** Whether the first row names the columns. */
  header: boolean
}

/** Puts an empty table at the caret, with a line to go on with behind it. */
export function insertTable(editor: Editor, size: TableSize): void {
  const { state, view } = editor
  const table = emptyTable(state.schema, size)
  const tr = state.tr.replaceSelectionWith(table)
  const pos = positionOf(tr, table)
  const $table = tr.doc.resolve(pos)
  if ($table.index() === $table.parent.childCount - 1) {
    tr.insert(pos + table.nodeSize, state.schema.node('paragraph'))
  }
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(pos))).scrollIntoView())
  view.focus()
}

function emptyTable(schema: Schema, { rows, columns, header }: TableSize): Node {
  const line = schema.node('paragraph')
  const name = schema.node('tableHeader', { kept: { scope: 'col' } }, line)
  const cell = emptyCell(schema)
  const grid = [...Array(rows).keys()].map((row) => {
    const names = header && row === 0
    return schema.node(
      'tableRow',
      { section: names ? '<thead></thead>' : null },
      Array<Node>(columns).fill(names ? name : cell),
    )
  })
  return schema.node('table', null, schema.node('tableGrid', null, grid))
}

function positionOf({ doc }: Transaction, wanted: Node): number {
  let place = 0
  doc.descendants((node, pos) => {
    if (node === wanted) place = pos
    return place === 0
  })
  return place
}
