import { isBlockElement } from './block-elements.ts'

type Side = 'previousSibling' | 'nextSibling'

/** The text that goes on in the same line beside an element, '' at the line's end. */
export function lineBeside(element: Element, side: Side): string {
  let at: Node = element
  for (;;) {
    const beside: Node | null = at[side]
    if (beside) {
      const text = edgeOf(beside, side)
      if (text !== '') return text.trim() === '' && endsLine(beside) ? '' : text
      at = beside
    } else {
      const parent: Node | null = at.parentNode
      if (!(parent instanceof Element) || isBlockElement(parent)) return ''
      at = parent
    }
  }
}

/** The text of a node that comes first on that side of another; a space where a line ends before it. */
function edgeOf(node: Node, side: Side): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
  if (endsLine(node) || isPicture(node)) return ' '
  let child = side === 'nextSibling' ? node.firstChild : node.lastChild
  for (; child; child = child[side]) {
    const text = edgeOf(child, side)
    if (text !== '') return text
  }
  return ''
}

function endsLine(node: Node): boolean {
  return isBlockElement(node) || (node instanceof Element && node.localName === 'br')
}

function isPicture(node: Node): boolean {
  return node instanceof Element && node.localName === 'img'
}
