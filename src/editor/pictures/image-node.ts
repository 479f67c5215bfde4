import { Node } from '@tiptap/core'
import { keptAttributes } from '#editor/schema/kept-attributes.ts'
import { imageView, pictureOf } from './image-view.ts'
/**
 * A picture, always within a line: one that was written outside of any gets a line without `<p>`, as
 * words there do. All it has is its attributes as they were written.
 */
export const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [{ tag: 'img' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  renderText: ({ node }) => pictureOf(node).alt ?? '',
  addNodeView: () => imageView,
})
