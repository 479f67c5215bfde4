import { Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Blocks of which the first line says what they are. */
const KINDS: ReadonlySet<string> = new Set(
  'heading bulletList orderedList listItem blockquote codeBlock'.split(' '),
)

/**
 * What is copied, such that a list, heading, quotation or code which is selected from its very start,
 * together with more than one line, is known to be selected whole.
 */
export function closeCopied(slice: Slice, { state }: EditorView): Slice {
  const { selection } = state
  const { $from, $to } = selection
  const isText = selection instanceof TextSelection && !$from.sameParent($to)
  if (!isText || slice.openStart !== $from.depth || !slice.eq(selection.content())) return slice
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    const isAtStart = $from.start(depth) + $from.depth - depth === $from.pos
    if (isAtStart && KINDS.has($from.node(depth).type.name)) {
      return new Slice(slice.content, depth - 1, slice.openEnd)
    }
  }
  return slice
}
