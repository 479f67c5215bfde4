import { linesOf } from '#html/lines.ts'
import { isEmpty, newElement } from './new-element.ts'
import type { Replacement } from './replacement.ts'

/** A code block: its lines as paragraphs, which is how they are read apart. */
export const preformatted: Replacement = {
  label: 'Make paragraphs',
  replace: (element) =>
    element.replaceWith(
      ...linesOf(element.childNodes, /\n/g)
        .map((line) => newElement('p', line))
        .filter((line) => !isEmpty(line)),
    ),
}
