import type { Replacement } from './replacement.ts'
import { inertDocument } from '#html/parse/inert-document.ts'

/** Formatting without which the words say the same: `code`, `kbd`, `sub`, `sup`, `mark`, `span`, … */
export const plainWords: Replacement = {
  label: 'Make it plain text',
  replace: (element) => element.replaceWith(...element.childNodes),
}

/** `q`: browsers add its quotation marks, so they would go with it. */
export const quotedWords: Replacement = {
  label: 'Add quotation marks',
  replace: (element) => element.replaceWith('“', ...element.childNodes, '”'),
}

/** Ruby: what is small above a word comes behind it in brackets. */
export const ruby: Replacement = {
  label: 'Make it plain text',
  replace: (element) => {
    for (const bracket of element.querySelectorAll('rp')) bracket.remove()
    for (const reading of element.querySelectorAll('rt')) {
      reading.replaceWith('(', ...reading.childNodes, ')')
    }
    element.replaceWith(...element.childNodes)
  },
}

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
