import { isBlockElement } from '#html/block-elements.ts'
import { isEmpty, newElement } from './new-element.ts'

/** Blocks that mean nothing outside their parent. */
const PARTS = new Set(
  'figcaption summary dt dd legend caption td th tr thead tbody tfoot'.split(' '),
)

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
