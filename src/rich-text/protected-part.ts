import { mergeAttributes, Node } from '@tiptap/core'
import { outgoingHtml } from '#html/sanitize.ts'
import { markupOf, PROTECTED_PART, readMarkup } from './protected-part-markup.ts'
import { protectedPartView } from './protected-part-view.ts'

/**
 * A piece of the text that the visual editor cannot hold without changing it. It is shown, can be
 * selected, moved and deleted, and comes out exactly as it went in.
 */
export const ProtectedPart = Node.create({
  name: 'protectedPart',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,

  addAttributes() {
    return { html: { default: '', rendered: false } }
  },

  parseHTML() {
    return [
      {
        tag: `div[${PROTECTED_PART}]`,
        // On its way through the clipboard; what another page puts there is cleaned like any paste.
        getAttrs: (element) => ({ html: cleaned(readMarkup(element)) }),
      },
    ]
  },

  renderHTML({ node, HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, markupOf(String(node.attrs['html'])))]
  },

  addNodeView() {
    return ({ node }) => protectedPartView(String(node.attrs['html']))
  },
})

function cleaned(html: string): string {
  try {
    return outgoingHtml(html).html
  } catch {
    return ''
  }
}
