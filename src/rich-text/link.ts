import { Mark } from '@tiptap/core'
import { LINK_ADDRESS } from '#html/link-address.ts'

/** Kept as they were written; nothing is added to a link that has none of them. */
const AS_WRITTEN = ['href', 'target', 'rel', 'class', 'title', 'hreflang', 'download']

/**
 * A link with the attributes that it was written with. Not the kit's: that one brings a library which
 * finds addresses in text, to make links that nobody asked for.
 */
export const Link = Mark.create({
  name: 'link',
  // Typing at the end of a link goes on outside it.
  inclusive: false,
  // Around other formatting, as people write it.
  priority: 1000,

  addAttributes() {
    return Object.fromEntries(AS_WRITTEN.map((name) => [name, { default: null }]))
  },

  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) =>
          LINK_ADDRESS.test(element.getAttribute('href') ?? '') ? null : false,
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['a', HTMLAttributes, 0]
  },
})
