import { isBlockElement } from '#html/block-elements.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import type { Replacement } from './replacement.ts'

/** `div`, `section`, `blockquote` and other boxes: paragraphs of what is in them. */
export const container: Replacement = {
  label: 'Make paragraphs',
  replace: (element) => {
    const { parentElement } = element
    const isItem =
      parentElement?.localName === 'li' &&
      parentElement.textContent.trim() === element.textContent.trim() &&
      ![...element.children].some(isBlockElement)
    element.replaceWith(...(isItem ? element.childNodes : paragraphsOf(element)))
  },
}
