import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { pasteKey, withPasteState } from '#editor/paste/paste-state.ts'

let last = 0

/**
 * Remembers the selection as the place of something that has yet to arrive; it moves with the text.
 * What comes back selects that place, wherever it is then, and inserts there. A view that is gone by
 * then gets nothing.
 */
export function holdPosition(view: EditorView): (insert: () => void) => void {
  last += 1
  const id = last
  const { doc, selection } = view.state
  const { from, to } = selection
  const waiting = [...(pasteKey.getState(view.state)?.waiting ?? []), { id, from, to }]
  view.dispatch(withPasteState(view.state.tr, { notice: null, waiting }))
  return (insert) => {
    if (view.isDestroyed) return
    const { state } = view
    const all = pasteKey.getState(state)?.waiting ?? []
    const place = all.find((each) => each.id === id)
    const tr = withPasteState(state.tr, { waiting: all.filter((each) => each !== place) })
    if (place) {
      const [start, end] = [state.doc.resolve(place.from), state.doc.resolve(place.to)]
      tr.setSelection(state.doc === doc ? selection : TextSelection.between(start, end))
    }
    view.dispatch(tr)
    insert()
  }
}

/** Says something at the foot of the editor that is about no paste, `file` being what could be data. */
export function say(view: EditorView, says: string, pictures = false, file?: File): void {
  const notice = { kind: 'said', says, pictures, undo: null, ...(file && { file }) } as const
  view.dispatch(withPasteState(view.state.tr, { notice }))
}
