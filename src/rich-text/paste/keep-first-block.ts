import { Slice } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { readKept } from '#rich-text/kept-attributes.ts'

/**
 * What is about to be pasted, such that its first paragraph keeps its direction and alignment where
 * it comes into an empty paragraph. Anywhere else, and without such attributes, its words go on in
 * the paragraph that is there. Throws nothing.
 */
export function keepFirstBlock(slice: Slice, state: EditorState): Slice {
  const { $from, empty } = state.selection
  const { paragraph } = state.schema.nodes
  if (!empty || $from.parent.type !== paragraph || $from.parent.content.size > 0) return slice
  let first = slice.content.firstChild
  for (let depth = 1; depth < slice.openStart; depth += 1) first = first?.firstChild ?? null
  const hasOwn = first?.type === paragraph && Object.keys(readKept(first.attrs)).length > 0
  if (slice.openStart === 0 || !hasOwn) return slice
  return new Slice(slice.content, slice.openStart - 1, slice.openEnd)
}
