import { linesOf } from '#html/parse/lines.ts'
import { isEmpty, newElement } from './new-element.ts'
import type { Replacement } from './replacement.ts'
import { isBlockElement } from '#html/parse/known-elements.ts'

/** `hr` goes; where nothing else would part the text around it, an empty paragraph takes its place. */
export const divider: Replacement = {
  label: 'Remove it',
  replace: (element) => {
    const { previousSibling, nextSibling } = element
    const parts = [previousSibling, nextSibling].every((node) => node && !isBlockElement(node))
    if (parts) element.replaceWith(newElement('p'))
    else element.remove()
  },
}

/** An opportunity to break a long word, which nobody sees. */
export const breakOpportunity: Replacement = {
  label: 'Remove it',
  replace: (element) => element.remove(),
}

/** A code block: its lines as paragraphs, which is how they are read apart. */
export const preformatted: Replacement = {
  label: 'Split into paragraphs',
  replace: (element) =>
    element.replaceWith(
      ...linesOf(element.childNodes, /\n/g)
        .map((line) => newElement('p', line))
        .filter((line) => !isEmpty(line)),
    ),
}
