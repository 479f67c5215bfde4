import { inertDocument } from './inert-document.ts'
import { isBlockElement } from './known-elements.ts'

/**
 * Copies of what stands between line breaks, in order: `<br>` ends a line, and so does each match of
 * `breakInText`, which must be global. Formatting that goes on over a break is there in both lines.
 */
export function linesOf(nodes: Iterable<Node>, breakInText?: RegExp): DocumentFragment[] {
  const lines = [inertDocument().createDocumentFragment()]
  /** Copies of the elements around what was put down last, outermost first. */
  let around: { of: Element; copy: Element }[] = []

  const startLine = () => {
    lines.push(inertDocument().createDocumentFragment())
    around = []
  }
  const put = (leaf: Node, path: readonly Element[]) => {
    const shared = path.findIndex((element, depth) => around[depth]?.of !== element)
    around = around.slice(0, shared < 0 ? path.length : shared)
    for (const element of path.slice(around.length)) {
      const copy = inertDocument().importNode(element, false)
      ;(around.at(-1)?.copy ?? lines.at(-1))?.append(copy)
      around.push({ of: element, copy })
    }
    ;(around.at(-1)?.copy ?? lines.at(-1))?.append(leaf)
  }
  const visit = (node: Node, path: readonly Element[]) => {
    if (node instanceof Element && node.localName === 'br') startLine()
    else if (node instanceof Element && node.firstChild) {
      for (const child of node.childNodes) visit(child, [...path, node])
    } else if (node.nodeType === Node.TEXT_NODE && breakInText) {
      for (const [index, text] of (node.nodeValue ?? '').split(breakInText).entries()) {
        if (index > 0) startLine()
        if (text !== '') put(inertDocument().createTextNode(text), path)
      }
    } else put(inertDocument().importNode(node, true), path)
  }

  for (const node of nodes) visit(node, [])
  return lines
}

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
