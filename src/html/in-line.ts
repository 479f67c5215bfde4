import { isBlockElement } from './block-elements.ts'

/** Whether nodes end with words, or with what stands in a line like them. */
export function endsInLine(nodes: readonly Node[]): boolean {
  const last = nodes.findLast((node) => !isBlankText(node) && node.nodeType !== Node.COMMENT_NODE)
  return last !== undefined && !isBlockElement(last)
}

/** Whether nodes, from one of them on, begin with words, a comment, or what else may stand in a line. */
export function startsInLine(nodes: readonly Node[], from = 0): boolean {
  const first = nodes.find((node, index) => index >= from && !isBlankText(node))
  return first !== undefined && !isBlockElement(first)
}

/** Whether a node is nothing but white space that a browser folds. */
export function isBlankText(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && !/[^ \t\r\n\f]/.test(node.nodeValue ?? '')
}
