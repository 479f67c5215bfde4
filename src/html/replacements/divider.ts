import { isBlockElement } from '#html/block-elements.ts'
import { newElement } from './new-element.ts'
import type { Replacement } from './replacement.ts'

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
