import { mergeAttributes, Node } from '@tiptap/core'
import { outgoingHtml } from '#html/sanitize.ts'
import { PROTECTED_PART } from './editor-attributes.ts'
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

    addNodeView() {
      const view = box === 'div' ? protectedPartView : protectedInlineView
      return ({ node }) => view(String(node.attrs['html']))
    },
  })
}

/**
 * A piece of the text that the visual editor cannot hold without changing it. It is shown, can be
 * selected, moved and deleted, and comes out exactly as it went in.
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
