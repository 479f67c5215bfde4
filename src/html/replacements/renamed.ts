import { inertDocument } from '#html/inert-document.ts'
import type { Replacement } from './replacement.ts'

/** The element that Prolific names for the same look: `<s>` for `<del>`, `<u>` for `<ins>`. */
export function renamed(tag: string, label: string): Replacement {
  return {
    label,
    replace: (element) => {
      const other = inertDocument().createElement(tag)
      for (const { name, value } of element.attributes) other.setAttribute(name, value)
      other.append(...element.childNodes)
      element.replaceWith(other)
    },
  }
}
