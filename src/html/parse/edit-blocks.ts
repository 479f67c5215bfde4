import { inertDocument, parseInert, serializeFragment } from './inert-document.ts'
import { sameNodes } from '#html/compare/same-dom.ts'
import { cleanHtml } from '#html/safety/sanitize.ts'
import { splitBlocks } from './split-blocks.ts'

/**
 * `html` after `edit` has changed its document. Top-level blocks that the edit leaves alone keep their
 * bytes; the others are written anew, cleaned. Throws `TextTooLarge`.
 */
export function editBlocks(html: string, edit: (text: DocumentFragment) => void): string {
  const text = inertDocument().createDocumentFragment()
  /** By their first node. */
  const pieces = new Map<Node, { source: string; before: Node; nodes: readonly ChildNode[] }>()
  for (const source of splitBlocks(html)) {
    const parsed = parseInert(source)
    const nodes = [...parsed.childNodes]
    if (nodes[0]) pieces.set(nodes[0], { source, before: parsed.cloneNode(true), nodes })
    text.append(parsed)
  }
  edit(text)
  text.normalize()

  let written = ''
  let anew: ChildNode[] = []
  const flush = () => {
    if (anew.length > 0) written += cleanHtml(outerHtml(anew))
    anew = []
  }
  let node: ChildNode | null = text.firstChild
  while (node) {
    const piece = pieces.get(node)
    if (piece && stands(piece.nodes, piece.before)) {
      flush()
      written += piece.source
      node = piece.nodes.at(-1)?.nextSibling ?? null
    } else {
      anew.push(node)
      node = node.nextSibling
    }
  }
  flush()
  // What was written side by side must mean together what it means in the edited document.
  return sameNodes(parseInert(written), text) ? written : cleanHtml(serializeFragment(text))
}

/** Whether a block's nodes are still side by side and as they were. */
function stands(nodes: readonly ChildNode[], before: Node): boolean {
  return nodes.every((node, index) => {
    const was = before.childNodes[index]
    const next = nodes[index + 1]
    return was !== undefined && sameNodes(node, was) && (!next || node.nextSibling === next)
  })
}

function outerHtml(nodes: readonly ChildNode[]): string {
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(...nodes.map((node) => node.cloneNode(true)))
  return serializeFragment(fragment)
}

/** A place in a text: an element of the parsed text, and what it says in case the element is gone. */
export interface TextPosition {
  /** A tag name, for example `img`; '' for words that stand in no element. */
  selector: string
  /** Which of the elements of that name, counted from 0 in the order of the text. */
  nth: number
  /** Its first words; '' where there are none. */
  quote: string
}
