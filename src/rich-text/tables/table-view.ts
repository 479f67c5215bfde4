import type { NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import { COLUMNS } from '#rich-text/editor-attributes.ts'
import { loadTableEditing } from './load-table-editing.ts'

/** Shows a table, and is the first to know that the code for editing one is needed. */
export function tableView({ editor, HTMLAttributes }: NodeViewRendererProps): NodeView {
  void loadTableEditing(editor)
  const table = document.createElement('table')
  for (const [name, value] of Object.entries(HTMLAttributes)) {
    if (name !== COLUMNS) table.setAttribute(name, String(value))
  }
  return { dom: table, contentDOM: table }
}
