import { mergeAttributes, Node } from '@tiptap/core'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { PROTECTED_PART } from '#editor/schema/editor-attributes.ts'
import { editPart, movePart, partAt, type MoveBy } from './protected-part-actions.ts'
import { markupOf, readMarkup } from './protected-part-markup.ts'
import { protectedInlineView, protectedPartView } from './protected-part-view.ts'

function protectedPart(name: string, box: 'div' | 'span') {
  return Node.create({
    name,
    group: box === 'div' ? 'block' : 'inline',
    inline: box === 'span',
    atom: true,
    draggable: true,
    selectable: true,

    addAttributes: () => ({ html: { default: '', rendered: false } }),

    parseHTML: () => [
      {
        // Before the boxes and passages, which are `<div>` and `<span>` too.
        priority: 60,
        tag: `${box}[${PROTECTED_PART}]`,
        // On its way through the clipboard; what another page puts there is cleaned like any paste.
        getAttrs: (element) => ({ html: cleaned(readMarkup(element)) }),
      },
    ],

    renderHTML: ({ node, HTMLAttributes }) => [
      box,
      mergeAttributes(HTMLAttributes, markupOf(String(node.attrs['html']))),
    ],

    addNodeView: () => (box === 'div' ? protectedPartView : protectedInlineView),

    addKeyboardShortcuts() {
      const withPart = (act: (pos: number) => void) => () => {
        const part = this.editor.isActive(name) ? partAt(this.editor) : null
        if (part) act(part.pos)
        return part !== null
      }
      const move = (by: MoveBy) => withPart((pos) => movePart(this.editor, pos, by))
      return {
        Enter: withPart((pos) => editPart(this.editor, pos)),
        ...(box === 'div' ? { 'Alt-ArrowUp': move(-1), 'Alt-ArrowDown': move(1) } : {}),
      }
    },
  })
}

/**
 * A piece of the text that the visual editor cannot hold without changing it. It is shown, can be
 * selected, moved, deleted and edited as HTML, and comes out exactly as it went in.
 */
export const ProtectedPart = protectedPart('protectedPart', 'div')

/** The same for a piece of a line. */
export const ProtectedInline = protectedPart('protectedInline', 'span')

function cleaned(html: string): string {
  try {
    return outgoingHtml(html).html
  } catch {
    return ''
  }
}
