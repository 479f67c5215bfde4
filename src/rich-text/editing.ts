import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo, undo } from '@tiptap/pm/history'

/** Undo, and the cursors that show where a dropped part or a line between two parts will be. */
export const Editing = Extension.create({
  name: 'editing',
  priority: 1000,
  addProseMirrorPlugins() {
    return [history(), gapCursor(), dropCursor({ color: 'var(--accent)', width: 2 })]
  },
  addKeyboardShortcuts() {
    const { editor } = this
    const back = () => undo(editor.state, editor.view.dispatch)
    const again = () => redo(editor.state, editor.view.dispatch)
    return {
      'Mod-z': back,
      'Shift-Mod-z': again,
      'Mod-y': again,
      // The form submits with this; in the text it would begin a new line first.
      'Mod-Enter': () => true,
    }
  },
})
