import type { Editor } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, type Selection } from '@tiptap/pm/state'

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
 * the document, but where all of it is selected.
 */
export function currentConditions(editor: Editor): string {
  const found: Condition[] = MARKS.filter((mark) => editor.isActive(mark))
  const { selection } = editor.state
  const { $from } = selection
  const { parent } = $from
  const style = parent.isTextblock ? styleOf(parent) : sharedStyle(selection)
  if (style) found.push(style)
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

function styleOf({ type, attrs }: Node): Condition | null {
  if (type.name === 'paragraph') return 'text'
  return type.name === 'heading' ? `h${Number(attrs['level'])}` : null
}

/** The style of every block of text in a selection that is made of whole blocks; null where they differ. */
function sharedStyle({ ranges, $from }: Selection): Condition | null {
  const styles = new Set<Condition | null>()
  for (const range of ranges) {
    $from.doc.nodesBetween(range.$from.pos, range.$to.pos, (node) => {
      if (node.isTextblock) styles.add(styleOf(node))
      return !node.isTextblock
    })
  }
  const [first = null] = styles
  return styles.size === 1 ? first : null
}
