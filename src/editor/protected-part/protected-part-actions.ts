import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'

declare module '@tiptap/core' {
  interface EditorEvents {
    /** The HTML of the selected protected part is wanted. */
    editPart: Record<string, never>
  }
}

/** A protected part of the text, and where it is. */
export interface PartPosition {
  pos: number
  html: string
}

export type MoveBy = -1 | 1

/** The protected part that is selected, if one is. */
export function partAt({ state }: Editor): PartPosition | null {
  const { selection } = state
  return selection instanceof NodeSelection && isProtectedPart(selection.node)
    ? { pos: selection.from, html: String(selection.node.attrs['html']) }
    : null
}

export function isProtectedPart({ type }: Node): boolean {
  return type.name === 'protectedPart' || type.name === 'protectedInline'
}

/** Selects the part at `pos`. */
export function selectPart({ state, view }: Editor, pos: number): void {
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)))
}

/** Asks for the HTML of the part at `pos`. */
export function editPart(editor: Editor, pos: number): void {
  selectPart(editor, pos)
  editor.emit('editPart', {})
}

/** Takes the part at `pos` out of the text, as Delete does. */
export function removePart({ state, view }: Editor, pos: number): void {
  const selected = state.tr.setSelection(NodeSelection.create(state.doc, pos))
  // However soon after a move, it is a step of its own.
  view.dispatch(closeHistory(selected.deleteSelection().scrollIntoView()))
}

/** Whether the part at `pos` has a neighbour in that direction that it can change places with. */
export function canMovePart(doc: Node, pos: number, by: MoveBy): boolean {
  return exchangeAt(doc, pos, by) !== null
}

/** Lets the part at `pos` change places with the block before or after it. Returns its place then. */
export function movePart({ state, view }: Editor, pos: number, by: MoveBy): number | null {
  const exchange = exchangeAt(state.doc, pos, by)
  if (!exchange) return null
  const { from, to, nodes, moved } = exchange
  const tr = state.tr.replaceWith(from, to, nodes)
  tr.setSelection(NodeSelection.create(tr.doc, moved)).scrollIntoView()
  view.dispatch(closeHistory(tr))
  return moved
}

function exchangeAt(doc: Node, pos: number, by: MoveBy) {
  const $pos = doc.resolve(pos)
  const { parent } = $pos
  const index = Math.min($pos.index(), $pos.index() + by)
  const first = index < 0 ? null : parent.maybeChild(index)
  const second = parent.maybeChild(index + 1)
  if (!first || !second) return null
  const nodes = Fragment.from([second, first])
  if (!parent.canReplace(index, index + 2, nodes)) return null
  const from = by === -1 ? pos - first.nodeSize : pos
  const to = from + nodes.size
  return { from, to, nodes, moved: by === -1 ? from : from + second.nodeSize }
}
