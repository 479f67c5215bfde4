import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * What is copied, cut or changed by a key is what is selected on the screen. A browser tells of a new
 * selection in a task of its own, which on a busy page comes after the next key.
 */
export const LatestSelection = Extension.create({
  name: 'latestSelection',
  // Before every other extension that listens to keys.
  priority: 2000,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            copy: readSelection,
            cut: readSelection,
            keydown: (view, event) => !writesOneCharacter(event) && readSelection(view),
          },
        },
      }),
    ]
  },
})

/** Typed characters go where the browser puts them; looking at the selection for each would be slow. */
function writesOneCharacter({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent) {
  return isComposing || (key.length === 1 && !ctrlKey && !metaKey)
}

/** ProseMirror listens to this event of the document, and does nothing where it knows the selection. */
function readSelection(view: EditorView): false {
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return false
}
