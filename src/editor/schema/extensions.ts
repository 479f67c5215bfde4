import { Paste } from '#editor/paste/paste.ts'
import { Box } from './box.ts'
import { Link } from './link.ts'
import { Image } from '#editor/pictures/image-node.ts'
import { LatestSelection } from './latest-selection.ts'
import { lists } from './lists.ts'
import { MarkPlaceholders } from './mark-placeholders.ts'
import { ParagraphDirection } from './paragraph-direction.ts'
import { ProtectedInline, ProtectedPart } from '#editor/protected-part/protected-part.ts'
import { tableNodes } from '#editor/tables/table-nodes.ts'
import { textBlocks } from '#editor/document/text-blocks.ts'
import { textMarks } from './text-marks.ts'
import { Extension, Mark } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo, undo } from '@tiptap/pm/history'
import { keptAttributes } from './kept-attributes.ts'
import { writtenOrder } from './written-order.ts'

/** Inline elements that say how a passage looks: what is typed at their end belongs to them. */
const PASSAGES = 'span font big small tt ins bdi bdo label cite q'.split(' ')

/**
 * Formatting with a style that takes it back, such as `<b style="font-weight: normal">`: the marks of
 * its name refuse it.
 */
const UNDONE = 'b strong i em s strike del u'.split(' ')

/** Inline elements that name one thing, such as a key: what is typed at their end stands outside. */
const TERMS = 'kbd abbr acronym dfn var samp time data sub sup mark'.split(' ')

/**
 * Inline elements that no tool writes, with whatever attributes, inside each other as they were
 * written. To come after the marks that have tools.
 */
const inlineElements = [
  inlineElement('passage', [...PASSAGES, ...UNDONE], true),
  inlineElement('term', TERMS, false),
]

/** Undo, and the cursors that show where a dropped part or a line between two parts will be. */
const Editing = Extension.create({
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

/**
 * Everything the visual editor knows. Not Tiptap's starter kit: that turns other signs than those of
 * lists into formatting while one types, moves list items with Tab, forgets how formatting and lists
 * were written, and brings a third more code, most of it for Markdown and for finding addresses.
 * A module constant: a new array would rebuild the editor.
 */
export const extensions = [
  LatestSelection,
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
  ParagraphDirection,
]

function inlineElement(name: string, tags: readonly string[], inclusive: boolean) {
  return Mark.create({
    name,
    inclusive,
    excludes: '',
    addAttributes: () => ({
      ...keptAttributes,
      ...writtenOrder,
      tag: { default: tags[0], rendered: false, parseHTML: ({ localName }) => localName },
    }),
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ mark, HTMLAttributes }) => [String(mark.attrs['tag']), HTMLAttributes, 0],
  })
}
