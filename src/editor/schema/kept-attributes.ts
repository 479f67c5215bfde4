import { isKnownAttribute } from '#html/safety/allow-list.ts'
import { isEditorAttribute } from './editor-attributes.ts'

/** The attributes of an element as they were written, in that order. */
export type Kept = Readonly<Record<string, string>>

/**
 * What would act on the page around the editor instead of on the text: names that labels and scripts
 * find, classes that style, roles and states that describe the editor wrongly.
 */
const NOT_SHOWN = /^(?:id|name|class|hidden|role|aria-.*)$/

/**
 * An attribute for `addAttributes` of a node or mark: everything its element was written with. Those
 * that the schema knows by a name of their own (`href`, `colspan`) are kept as well, for their place
 * in the order; their value is the schema's. See `writeAttributes` for the way out.
 */
export const keptAttributes = {
  kept: {
    default: null,
    parseHTML: keptOf,
    renderHTML: (attributes: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(readKept(attributes)).filter(
          ([name]) => !(name in attributes) && !NOT_SHOWN.test(name),
        ),
      ),
  },
}

/** What `element` was written with, without what the editor put there; null when that is nothing. */
export function keptOf(element: Element): Kept | null {
  const kept = [...element.attributes]
    .filter(({ name }) => isKnownAttribute(name) && !isEditorAttribute(name))
    .map(({ name, value }) => [name, value] as const)
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

/** The kept attributes among those of a node or mark. */
export function readKept(attributes: Record<string, unknown>): Kept {
  const kept = attributes['kept']
  return isKept(kept) ? kept : {}
}

/**
 * Gives `element`, as the schema has drawn it for `attributes`, its kept attributes too: all of them,
 * as they were written and in that order, then those that the schema has added since.
 */
export function writeAttributes(element: Element, attributes: Record<string, unknown>): void {
  const drawn = new Map([...element.attributes].map(({ name, value }) => [name, value]))
  for (const name of drawn.keys()) element.removeAttribute(name)
  for (const [name, written] of Object.entries(readKept(attributes))) {
    const value = name in attributes ? drawn.get(name) : written
    drawn.delete(name)
    if (value !== undefined) element.setAttribute(name, value)
  }
  for (const [name, value] of drawn) element.setAttribute(name, value)
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null
}
