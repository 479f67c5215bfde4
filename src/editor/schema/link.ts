import { Mark } from '@tiptap/core'
import { LINK_ADDRESS } from '#html/safety/link-address.ts'
import { keptAttributes } from './kept-attributes.ts'
import { writtenOrder } from './written-order.ts'

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
    return { ...keptAttributes, ...writtenOrder, href: { default: null } }
  },

  parseHTML() {
    return [
      {
        tag: 'a',
        // Without an address it is a place that other links lead to.
        getAttrs: (element) => {
          const href = element.getAttribute('href')
          return (href === null || LINK_ADDRESS.test(href)) && null
        },
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['a', HTMLAttributes, 0]
  },
})
