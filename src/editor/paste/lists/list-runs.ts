import { styleOf } from '#html/parse/style-attribute.ts'
import { indentationOf } from '#editor/paste/read/style-of.ts'

/** Blocks next to each other that are parts of lists, or paragraphs that belong to the part above. */
export type ListRun = Element[]

/**
 * The runs of blocks for which `isPart` holds, in each of the `parents`; blank lines part nothing.
 *
 * @param absorbs whether an indented paragraph between two parts belongs to the upper one
 */
export function listRuns(
  parents: Iterable<ParentNode>,
  isPart: (block: Element) => boolean,
  absorbs: boolean,
): ListRun[] {
  const runs: ListRun[] = []
  for (const parent of parents) {
    let run: ListRun = []
    for (const node of parent.childNodes) {
      const isElement = node instanceof Element
      if (isElement && isPart(node)) run.push(node)
      else if (isBlank(node)) continue
      else if (absorbs && isElement && belongs(node, run.at(-1), isPart)) run.push(node)
      else {
        runs.push(run)
        run = []
      }
    }
    runs.push(run)
  }
  return runs.filter((run) => run.length > 0)
}

/** Whether nothing can be seen of a node. */
export function isBlank(node: Node): boolean {
  if (
    node instanceof Element &&
    (node.matches('table, hr, img') || node.querySelector('img, table'))
  )
    return false
  return node.textContent?.trim() === '' || node.nodeType === Node.COMMENT_NODE
}

/** How far a block is indented, or the only block in it. */
export function depthOf(block: Element): number {
  const inner = block.firstElementChild
  const isBox = block.childElementCount === 1 && block.localName === 'div'
  return indentationOf(block) + (isBox && inner ? indentationOf(inner) : 0)
}

/** Whether a block that is no part itself belongs to the part above it. */
function belongs(
  block: Element,
  last: Element | undefined,
  isPart: (block: Element) => boolean,
): boolean {
  if (!last || !block.matches('p, table, div, blockquote, pre') || block.querySelector('ul, ol'))
    return false
  if (/heading|MsoTitle/i.test(block.className) || block.getAttribute('role') === 'heading')
    return false
  if (block.querySelector('[role="heading"], h1, h2, h3, h4, h5, h6')) return false
  const depth = depthOf(block)
  if (depth <= 0) return false
  // Directly below it, and set in as far.
  if (block.previousElementSibling === last && Math.abs(depth - depthOf(last)) < 3) return true
  if (
    styleOf(block).get('mso-list') === undefined &&
    /MsoList(?:Paragraph|Continue)/.test(block.className)
  )
    return true
  let next = block.nextElementSibling
  while (next && !isPart(next)) {
    if (!isBlank(next) && depthOf(next) <= 0) return false
    next = next.nextElementSibling
  }
  return next !== null
}
