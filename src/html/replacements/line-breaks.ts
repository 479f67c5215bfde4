import { isBlockElement } from '#html/parse/known-elements.ts'
import { linesOf } from '#html/parse/lines.ts'
import { isEmpty, newElement } from './new-element.ts'
import type { Replacement } from './replacement.ts'

/** Blocks that hold one line and cannot hold paragraphs. */
const ONE_LINE = new Set('h1 h2 h3 h4 h5 h6 dt summary caption th td figcaption'.split(' '))

/** All line breaks of one paragraph at once: each line becomes a paragraph. */
export const lineBreaks: Replacement = {
  label: 'Split into paragraphs',
  replace: (element) => {
    const top = topOfLine(element)
    const block = top.parentNode instanceof Element ? top.parentNode : null
    if (block?.localName === 'pre') element.replaceWith('\n')
    else if (block && ONE_LINE.has(block.localName)) element.replaceWith(' ')
    else if (block?.localName === 'p') replaceLines(block, [...block.childNodes], block)
    else replaceLines(top, run(top), null)
  },
}

/** The ancestor of a break, or the break itself, that stands in a block or at the top of the text. */
function topOfLine(element: Element): Element {
  let top = element
  while (top.parentNode instanceof Element && !isBlockElement(top.parentNode)) top = top.parentNode
  return top
}

/** What stands in the same lines as `top`, up to the next blocks. */
function run(top: Element): ChildNode[] {
  const nodes: ChildNode[] = [top]
  for (let node = top.previousSibling; node && !isBlockElement(node); node = node.previousSibling) {
    nodes.unshift(node)
  }
  for (let node = top.nextSibling; node && !isBlockElement(node); node = node.nextSibling) {
    nodes.push(node)
  }
  return nodes
}

function replaceLines(at: Element, nodes: readonly ChildNode[], paragraph: Element | null): void {
  const lines = linesOf(nodes)
    .map((line) => newElement('p', line))
    .filter((line) => !isEmpty(line))
  const [only] = lines
  const isItem = at.parentNode instanceof Element && at.parentNode.localName === 'li'
  if (isItem && only && lines.length === 1) at.before(...only.childNodes)
  else at.before(...lines)
  for (const { name, value } of paragraph?.attributes ?? []) {
    // An id stays with the first line: there cannot be two of it.
    for (const line of name === 'id' ? lines.slice(0, 1) : lines) line.setAttribute(name, value)
  }
  for (const node of paragraph ? [paragraph] : nodes) node.remove()
}
