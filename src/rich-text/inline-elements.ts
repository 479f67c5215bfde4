import { Mark } from '@tiptap/core'
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

/**
 * Inline elements that no tool writes, with whatever attributes, inside each other as they were
 * written. To come after the marks that have tools.
 */
export const inlineElements = [
  inlineElement('passage', [...PASSAGES, ...UNDONE], true),
  inlineElement('term', TERMS, false),
]
