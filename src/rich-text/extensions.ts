import { Extension, Node, type AnyExtension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { Link } from './link.ts'
import { Paste } from './paste.ts'
import { ProtectedPart } from './protected-part.ts'

/** Other names of the same formatting, kept as they were written. */
const OTHER_NAMES: Record<string, string> = {
  b: 'bold',
  i: 'italic',
  del: 'strike',
  strike: 'strike',
}

/** What the documents can hold beyond the kit, so that a text comes out as it went in. */
const AsWritten = Extension.create({
  name: 'asWritten',
  addGlobalAttributes() {
    return [
      {
        types: ['bold', 'italic', 'strike'],
        attributes: {
          /** `b` for a `<b>` that would otherwise come out as `<strong>`. */
          tag: {
            default: null,
            parseHTML: (element) => {
              const tag = element.dataset['tag'] ?? element.localName
              return tag in OTHER_NAMES ? tag : null
            },
            renderHTML: ({ tag }) => (typeof tag === 'string' ? { 'data-tag': tag } : {}),
          },
        },
      },
      {
        types: ['paragraph'],
        attributes: {
          /** In a list item or a quote: `p` when it was written with `<p>`, `none` when without. */
          wrapping: {
            default: null,
            parseHTML: (element) => {
              const { wrapping } = element.dataset
              return wrapping === 'p' || wrapping === 'none' ? wrapping : null
            },
            renderHTML: ({ wrapping }) =>
              typeof wrapping === 'string' ? { 'data-wrapping': wrapping } : {},
          },
        },
      },
    ]
  },
})

/** Keys of our own. Tab is not among them: it always leaves the editor. */
const Keys = Extension.create({
  name: 'keys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Mod-]': () => this.editor.commands.sinkListItem('listItem') || true,
      'Mod-[': () => this.editor.commands.liftListItem('listItem') || true,
      // The form submits with this; the kit would insert a line break first.
      'Mod-Enter': () => true,
    }
  },
})

const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(adapted)
  },
})

function adapted(extension: AnyExtension): AnyExtension {
  if (extension instanceof Node && extension.name === 'listItem') {
    return extension.extend({
      // The kit insists on a paragraph first and throws `<li><h3>` out of its list.
      content: 'block+',
      addKeyboardShortcuts() {
        return { Enter: () => this.editor.commands.splitListItem('listItem') }
      },
    })
  }
  return extension
}

/** Everything the visual editor knows. A module constant: a new array would rebuild the editor. */
export const extensions = [
  Kit.configure({
    heading: { levels: [1, 2, 3] },
    link: false,
    // It would add an empty paragraph to every text that ends in a list.
    trailingNode: false,
    dropcursor: { color: 'var(--accent)', width: 2 },
  }),
  Link,
  AsWritten,
  Keys,
  Paste,
  ProtectedPart,
]
