import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { OPENING } from './lossless-document.ts'

/** Goes on with another document, which shares nodes with the present one, in one step of its own. */
export function rewriteDocument(view: EditorView, doc: Node): void {
  view.dispatch(closeHistory(replacement(view.state, doc)))
  // What is typed next is another step.
  view.dispatch(closeHistory(view.state.tr))
}

/** Replaces the top-level nodes that are not the same objects, and the document's own attribute. */
function replacement(state: EditorState, doc: Node): Transaction {
  const before = state.doc.children
  const after = doc.children
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let kept = 0
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1

  const from = sizeOf(before.slice(0, start))
  const to = state.doc.content.size - sizeOf(before.slice(before.length - kept))
  return state.tr
    .replaceWith(from, to, after.slice(start, after.length - kept))
    .setDocAttribute(OPENING, doc.attrs[OPENING])
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
}
