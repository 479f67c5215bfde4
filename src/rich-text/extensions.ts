import { Paste } from '#rich-text/paste/paste.ts'
import { Box } from './box.ts'
import { Editing } from './editing.ts'
import { inlineElements } from './inline-elements.ts'
import { Link } from './link.ts'
import { Image } from './images/image-node.ts'
import { lists } from './lists.ts'
import { MarkPlaceholders } from './mark-placeholders.ts'
import { ProtectedInline, ProtectedPart } from './protected-part.ts'
import { tableNodes } from './tables/table-nodes.ts'
import { textBlocks } from './text-blocks.ts'
import { textMarks } from './text-marks.ts'

/**
 * Everything the visual editor knows. Not Tiptap's starter kit: that turns other signs than those of
 * lists into formatting while one types, moves list items with Tab, forgets how formatting and lists
 * were written, and brings a third more code, most of it for Markdown and for finding addresses.
 * A module constant: a new array would rebuild the editor.
 */
export const extensions = [
  Editing,
  Link,
  ...textMarks,
  ...inlineElements,
  ...textBlocks,
  ...lists,
  Box,
  ...tableNodes,
  Image,
  ProtectedPart,
  ProtectedInline,
  Paste,
  MarkPlaceholders,
]
