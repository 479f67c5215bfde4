import { closeHistory, undo } from '@tiptap/pm/history'
import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import type { MoveOn } from '#editor/rich-text-field-props.ts'
import { withPasteState, type Pasted } from './paste-state.ts'

/** Moves the part of a paste that says what to do to the end of the other text, in one step in each. */
export function moveOn(view: EditorView, pasted: Pasted, other: MoveOn): void {
  if (!pasted.steps) return
  const { at: start, name } = pasted.steps
  const blocks: Node[] = []
  let end = start
  view.state.doc.forEach((block, at) => {
    if (at < start || at >= pasted.to) return
    blocks.push(block)
    end = at + block.nodeSize
  })
  const takeBack = other.append(htmlOf(blocks, view.state.schema))
  const { tr, schema, doc } = view.state
  const isAll = start === 0 && end === doc.content.size
  if (isAll) tr.replaceWith(start, end, schema.node('paragraph'))
  else tr.delete(start, end)
  view.dispatch(closeHistory(tr))
  view.dispatch(closeHistory(view.state.tr))
  const after = view.state.doc
  const says = `Moved “${name}” and everything after it to ${other.label}.`
  const undoBoth = () => {
    takeBack()
    if (view.state.doc.eq(after)) undo(view.state, view.dispatch)
    view.dispatch(withPasteState(view.state.tr, { notice: null }))
  }
  const notice = { kind: 'said', says, pictures: false, undo: undoBoth } as const
  view.dispatch(withPasteState(view.state.tr, { notice }))
}

function htmlOf(blocks: readonly Node[], schema: Schema): string {
  // A document that knows none of the blocks writes all of them out.
  const stranger = createLosslessDocument(schema)
  stranger.open('')
  const written = stranger.blocksOf(schema.topNodeType.create(null, blocks))
  return written.map(({ html }) => html).join('')
}
