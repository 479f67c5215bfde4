import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'

/*
 * Runs in the browser that the texts are shown in: its parser is the one that counts.
 */

const schema = getSchema(extensions)

/** What comes out of the visual editor where it changes nothing that a participant should see. */
export function editedOf(source: string) {
  const lossless = createLosslessDocument(schema)
  const html = (doc: Node) => htmlOf(lossless.blocksOf(doc))
  let state = EditorState.create({ doc: lossless.open(source), plugins: [history()] })
  const anewOf = (doc: Node) => htmlOf(createLosslessDocument(schema).blocksOf(doc))
  const place = firstLetter(state.doc)
  // Nothing can be typed where there are no words.
  if (place === null) return { undone: source, deleted: source, anew: anewOf(state.doc) }

  state = state.apply(state.tr.insertText('X', place))
  html(state.doc)
  undo(state, (tr) => (state = state.apply(tr)))
  const undone = html(state.doc)

  state = state.apply(state.tr.insertText('X', place))
  html(state.doc)
  state = state.apply(state.tr.delete(place, place + 1))
  const deleted = html(state.doc)

  // A new document knows no bytes: every block is written as one that was edited.
  return { undone, deleted, anew: anewOf(state.doc) }
}

const htmlOf = (blocks: readonly { html: string }[]) => blocks.map(({ html }) => html).join('')

function firstLetter(doc: Node): number | null {
  let place: number | null = null
  doc.descendants((node, position) => {
    if (node.isText) place ??= position
  })
  return place
}
