import { Node } from '@tiptap/core'
import { ELEMENT } from './editor-attributes.ts'
import { keptAttributes } from './kept-attributes.ts'

/** The elements that a box can be. */
export const BOXES = [
  ...'div section article header footer aside main nav address center search'.split(' '),
  ...'figure figcaption details summary dl dt dd hgroup'.split(' '),
]

/**
 * An element around blocks. The page shows a `<div>` in its place: a closed `<details>` could not be
 * edited, and a second `<main>` or `<nav>` would mislead those who move by landmarks.
 */
export const Box = Node.create({
  name: 'box',
  group: 'block',
  content: 'block+',
  defining: true,

  addAttributes: () => ({
    ...keptAttributes,
    tag: {
      default: 'div',
      rendered: false,
      parseHTML: (element) => {
        const meant = element.getAttribute(ELEMENT) ?? ''
        return BOXES.includes(meant) ? meant : element.localName
      },
    },
  }),

  parseHTML: () => BOXES.map((tag) => ({ tag })),

  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { ...HTMLAttributes, [ELEMENT]: String(node.attrs['tag']) },
    0,
  ],
})
