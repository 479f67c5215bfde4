import { inertDocument } from '#html/parse/inert-document.ts'
import { isBlockElement } from '#html/parse/known-elements.ts'
import type { Replacement } from './replacement.ts'

/** Blocks that mean nothing outside their parent. */
const PARTS = new Set(
  'figcaption summary dt dd legend caption td th tr thead tbody tfoot'.split(' '),
)

/** `div`, `section`, `blockquote` and other boxes: paragraphs of what is in them. */
export const container: Replacement = {
  label: 'Split into paragraphs',
  replace: (element) => {
    const { parentElement } = element
    const isItem =
      parentElement?.localName === 'li' &&
      parentElement.textContent.trim() === element.textContent.trim() &&
      ![...element.children].some(isBlockElement)
    element.replaceWith(...(isItem ? element.childNodes : paragraphsOf(element)))
  },
}

/** An element around `content`, without the space at the start and the end of its line. */
export function newElement(tag: string, ...content: (Node | string)[]): Element {
  const element = inertDocument().createElement(tag)
  element.append(...content)
  element.normalize()
  const first = element.firstChild
  if (first instanceof Text) first.data = first.data.trimStart()
  const last = element.lastChild
  if (last instanceof Text) last.data = last.data.trimEnd()
  return element
}

/** Whether there is nothing to see: no word and no picture. */
export function isEmpty(element: Element): boolean {
  return element.textContent.trim() === '' && element.querySelector('img') === null
}

/** A copy of what `element` holds as one line: blocks and breaks in it become spaces. */
export function inlineContent(element: Element): DocumentFragment {
  const line = inertDocument().createDocumentFragment()
  line.append(...[...element.childNodes].map((node) => inertDocument().importNode(node, true)))
  for (const inner of [...line.querySelectorAll('*')].toReversed()) {
    if (inner.localName === 'br') inner.replaceWith(' ')
    else if (isBlockElement(inner)) inner.replaceWith(' ', ...inner.childNodes, ' ')
  }
  line.normalize()
  const walker = inertDocument().createTreeWalker(line, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode } = walker
    currentNode.nodeValue = (currentNode.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ')
  }
  if (line.firstChild instanceof Text) line.firstChild.data = line.firstChild.data.trimStart()
  if (line.lastChild instanceof Text) line.lastChild.data = line.lastChild.data.trimEnd()
  return line
}

/** What `element` holds, as blocks of its own: those in it as they are, and paragraphs of the rest. */
export function paragraphsOf(element: Element): ChildNode[] {
  const blocks: ChildNode[] = []
  let line: Node[] = []
  const endLine = () => {
    const paragraph = newElement('p', ...line)
    if (!isEmpty(paragraph)) blocks.push(paragraph)
    line = []
  }
  // A copy: nodes move into paragraphs on the way.
  const nodes = [...element.childNodes]
  for (const node of nodes) {
    if (!isBlockElement(node)) line.push(node)
    else {
      endLine()
      blocks.push(...(PARTS.has(node.localName) ? paragraphsOf(node) : [node]))
    }
  }
  endLine()
  return blocks
}
