import { isBlockElement } from '#html/block-elements.ts'
import { inertDocument } from '#html/inert-document.ts'

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
