import type { Editor } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'

/** What can be true of the place where the caret is. */
export type Condition =
  | 'text'
  | `h${number}`
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'code'
  | 'link'
  | 'orderedList'
  | 'bulletList'
  | 'blockquote'
  | 'inList'
  | 'afterItem'
  | 'outsideTable'
  | 'inTable'
  | 'inCell'
  | 'severalCells'
  | 'mergedCell'
  | 'headerRow'
  | 'caption'
  | 'picture'
  | 'undo'
  | 'redo'

const MARKS = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const

/**
 * Everything that is true now, as one string: a primitive, so that a toolbar renders only when
 * something changes. Runs with every transaction, hence no `editor.can()` and nothing that grows with
 * the document.
 */
export function currentConditions(editor: Editor): string {
  const found: Condition[] = MARKS.filter((mark) => editor.isActive(mark))
  const { selection } = editor.state
  const { $from } = selection
  const { parent } = $from
  if (parent.type.name === 'paragraph') found.push('text')
  if (parent.type.name === 'heading') found.push(`h${Number(parent.attrs['level'])}`)
  if (ancestor($from, 'blockquote') > 0) found.push('blockquote')
  const item = ancestor($from, 'listItem')
  if (item > 0) {
    found.push(
      'inList',
      $from.node(item - 1).type.name === 'orderedList' ? 'orderedList' : 'bulletList',
    )
    if ($from.index(item - 1) > 0) found.push('afterItem')
  }
  found.push(ancestor($from, 'table') > 0 ? 'inTable' : 'outsideTable')
  if (selection instanceof NodeSelection && selection.node.type.name === 'image') {
    found.push('picture')
  }
  if (undoDepth(editor.state) > 0) found.push('undo')
  if (redoDepth(editor.state) > 0) found.push('redo')
  return found.join(' ')
}

/** The depth of the innermost node of that type around a position; 0 when there is none. */
function ancestor(position: ResolvedPos, type: string): number {
  let { depth } = position
  while (depth > 0 && position.node(depth).type.name !== type) depth -= 1
  return depth
}
