import { inertDocument } from '#html/parse/inert-document.ts'

/** An item of a layout: an object whose members may be of any shape. */
export type Item = Readonly<Record<PropertyKey, unknown>>

type Content = Node | string | null

/** An inert element that the style sheet knows by `part`. Content that is null is left out. */
export function element(name: string, part: string, ...content: readonly Content[]): HTMLElement {
  const made = inertDocument().createElement(name)
  if (part !== '') made.setAttribute('data-part', part)
  made.append(...content.filter((each) => each !== null))
  return made
}

/** An inert element with words of the app in it, as text. They stand among texts in any language. */
export function ours(name: string, part: string, words: string): HTMLElement {
  const made = element(name, part, words)
  made.lang = 'en'
  return made
}

/** An inert element with a researcher's words in it, as text, which may run from right to left. */
export function theirs(name: string, part: string, words: string): HTMLElement {
  const made = element(name, part, words)
  made.dir = 'auto'
  return made
}

/** A form control with attributes. One that is null or false is left out, and true has no value. */
export function control(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | null>>,
  ...content: readonly Content[]
): HTMLElement {
  const made = element(name, '', ...content)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    made.setAttribute(attribute, value === true ? '' : String(value))
  }
  return made
}

/** A number that can stand in an attribute, else null. */
export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
