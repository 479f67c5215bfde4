import { Fragment, Slice, type Node, type NodeType, type Schema } from '@tiptap/pm/model'

/**
 * What is pasted, as blocks that can stand in a text. Of a selection inside one box, quotation, item
 * or cell these are the blocks inside it. A block that was cut stays one of its kind, unless nothing
 * of it was selected.
 */
export function pastedBlocks(slice: Slice, schema: Schema): readonly Node[] {
  const { content, openStart, openEnd } = unwrapped(slice, schema)
  const { paragraph } = schema.nodes
  if (paragraph && content.firstChild?.isInline) return [paragraph.create(null, content)]
  // Between paragraphs an empty one is a line break that was selected.
  if (content.content.every(({ type }) => type === paragraph)) return content.content
  const closed = closedAt(closedAt(content, openStart, 'start'), openEnd, 'end')
  return inBlocks(closed.content, schema)
}

/** Whether words of a single line were selected, without the line itself. */
export function isWithinLine(slice: Slice, schema: Schema): boolean {
  const { content, openStart, openEnd } = unwrapped(slice, schema)
  const { firstChild, childCount } = content
  if (!firstChild || firstChild.isInline) return true
  return childCount === 1 && firstChild.isTextblock && openStart > 0 && openEnd > 0
}

/** A slice without the boxes, lists and tables that it lies within as a whole. */
export function unwrapped(slice: Slice, schema: Schema): Slice {
  let inner = slice
  let { content, openStart, openEnd } = slice
  while (openStart > 0 && openEnd > 0 && content.childCount === 1) {
    const only = content.firstChild
    if (!only || only.isTextblock) break
    content = only.content
    openStart -= 1
    openEnd -= 1
    if (isBlock(content.firstChild?.type, schema)) inner = new Slice(content, openStart, openEnd)
  }
  return inner
}

const isBlock = (type: NodeType | undefined, { topNodeType }: Schema) =>
  type !== undefined && topNodeType.contentMatch.matchType(type) !== null

/** Closes the nodes that are open at one end. Lines of which nothing was selected go. */
function closedAt(content: Fragment, open: number, side: 'start' | 'end'): Fragment {
  const index = side === 'start' ? 0 : content.childCount - 1
  const node = content.maybeChild(index)
  if (!node || open === 0) return content
  if (node.isTextblock) return node.content.size > 0 ? content : without(content, index)
  const inside = closedAt(node.content, open - 1, side)
  const whole = inside.size > 0 ? node.type.createAndFill(node.attrs, inside) : null
  return whole ? content.replaceChild(index, whole) : without(content, index)
}

function without(content: Fragment, index: number): Fragment {
  return Fragment.from(content.content.filter((_node, at) => at !== index))
}

/** Puts items, rows and cells that stand alone into lists and tables. */
function inBlocks(nodes: readonly Node[], schema: Schema): Node[] {
  const blocks: Node[] = []
  for (let start = 0; start < nodes.length;) {
    const first = nodes[start]
    if (!first) break
    let end = start + 1
    if (!isBlock(first.type, schema)) {
      while (nodes[end]?.type === first.type) end += 1
    }
    blocks.push(...wrapped(nodes.slice(start, end), first.type, schema))
    start = end
  }
  return blocks
}

function wrapped(run: readonly Node[], type: NodeType, schema: Schema): readonly Node[] {
  const wrapping = schema.topNodeType.contentMatch.findWrapping(type) ?? []
  let content: readonly Node[] = run
  for (const outer of wrapping.toReversed()) {
    const node = outer.createAndFill(null, content)
    if (node) content = [node]
  }
  return content
}
