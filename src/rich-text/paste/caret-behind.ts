import { GapCursor } from '@tiptap/pm/gapcursor'
import type { Node } from '@tiptap/pm/model'
import { Selection, type Transaction } from '@tiptap/pm/state'

/** Puts the caret behind the block that ends at `pos`, or at the end of its last line. */
export function putCaretBehind(tr: Transaction, pos: number, last: Node | undefined): Transaction {
  const $pos = tr.doc.resolve(pos)
  const before = Selection.findFrom($pos, -1, true)
  const after = Selection.findFrom($pos, 1, true)
  // A divider or a protected part that is selected would be replaced by the next key.
  if (last?.isAtom) return tr.setSelection(after ?? new GapCursor($pos))
  const goesOn = last?.type.name === 'table' ? (after ?? before) : (before ?? after)
  return goesOn ? tr.setSelection(goesOn) : tr
}
