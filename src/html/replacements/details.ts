import { newElement } from './new-element.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import type { Replacement } from './replacement.ts'

/** A foldable part, always open: a heading and its text. */
export const details: Replacement = {
  label: 'Make it a heading and text',
  replace: (element) => {
    const summary = [...element.children].find(({ localName }) => localName === 'summary')
    if (summary?.textContent.trim()) {
      const inner = summary.querySelector('h1, h2, h3, h4, h5, h6')
      element.before(newElement('h2', ...(inner ?? summary).childNodes))
    }
    summary?.remove()
    element.replaceWith(...paragraphsOf(element))
  },
}
