import type { Editor } from '@tiptap/core'

const loading = new WeakMap<Editor, Promise<void>>()
const loaded = new WeakSet<Editor>()

/**
 * Adds cell selection and the keys of tables to an editor, once: most texts have no table, so that the
 * code comes with the first one. Until then, and when it cannot be had, cells are edited as any text.
 */
export function loadTableEditing(editor: Editor): Promise<void> {
  const known = loading.get(editor) ?? load(editor)
  loading.set(editor, known)
  return known
}

/** Whether an editor has what `loadTableEditing` adds. */
export function hasTableEditing(editor: Editor): boolean {
  return loaded.has(editor)
}

async function load(editor: Editor): Promise<void> {
  try {
    const { tableEditingPlugin } = await import('./table-editing.ts')
    if (editor.isDestroyed) return
    // First, so that its keys for selected cells come before those for text.
    editor.registerPlugin(tableEditingPlugin(), (plugin, others) => [plugin, ...others])
    loaded.add(editor)
  } catch {
    // The next table asks again.
    loading.delete(editor)
  }
}
