import { isBlockElement } from './block-elements.ts'

/** The text that goes on in the same line beside an element, '' at the line's end. */
export function lineBeside(element: Element, side: 'previousSibling' | 'nextSibling'): string {
  let at: Node = element
  while (!at[side] && at.parentNode instanceof Element && !isBlockElement(at.parentNode)) {
    at = at.parentNode
  }
  const beside = at[side]
  return beside === null || isBlockElement(beside) ? '' : (beside.textContent ?? '')
}
