import type { Editor } from '@tiptap/core'

const asked = new WeakSet<Editor>()

/**
 * Adds cell selection and the keys of tables to an editor, once: most texts have no table, so that the
 * code comes with the first one. Until then, and when it cannot be had, cells are edited as any text.
 */
export async function loadTableEditing(editor: Editor): Promise<void> {
  if (asked.has(editor)) return
  asked.add(editor)
  try {
    const { tableEditingPlugin } = await import('./table-editing.ts')
    if (editor.isDestroyed) return
    // First, so that its keys for selected cells come before those for text.
    editor.registerPlugin(tableEditingPlugin(), (plugin, others) => [plugin, ...others])
  } catch {
    // The next table asks again.
    asked.delete(editor)
  }
}
