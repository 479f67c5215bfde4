import type { ContentCheck } from '#html/parse/parsed-text.ts'
import { findTypedLists, listsFromTyped } from '#html/replacements/find-typed-lists.ts'

/** Lines that were typed to look like a list: on a phone they run into each other. */
export const typedLists: ContentCheck = ({ fragment, positionOf }) =>
  findTypedLists(fragment).map(({ items, ordered }) => {
    const first = items[0]?.[0]
    const block = first?.source.find((node) => node instanceof Element) ?? null
    return {
      what: ordered
        ? 'Typed numbers instead of a numbered list'
        : 'Typed bullets instead of a list',
      position: positionOf(block, first?.text ?? ''),
      advice: `A real list keeps its ${items.length} entries apart on every screen.`,
      fix: {
        label: 'Make it a list',
        apply: (html: string) => listsFromTyped(html) ?? html,
      },
    }
  })
