import { Fragment, type Node } from '@tiptap/pm/model'
import { readKept } from '#editor/schema/kept-attributes.ts'
import { looksOf } from '#editor/tables/grid-around.ts'

/** A line that is split where something is pasted: what is before and behind it. */
export interface Split {
  line: Node
  left: Fragment
  right: Fragment
}

/** What takes the place of a line or an item. */
export interface Composed {
  nodes: readonly Node[]
  /** How much of it is behind what was pasted. */
  tail: number
}

export const isParagraph = ({ type }: Node) => type.name === 'paragraph'

export const isList = ({ type }: Node) => /^(?:bullet|ordered)List$/.test(type.name)

export const sizeOf = (nodes: readonly Node[]) => Fragment.from(nodes).size

/** The line and the blocks that were pasted into it, which are not only paragraphs. */
export function composeBlocks(split: Split, blocks: readonly Node[]): Composed {
  const nodes = [...withLeft(split, blocks)]
  const { behind, tail } = withRight(split, nodes)
  return { nodes: behind, tail }
}

/**
 * The item whose line at `index` is split, and the items of the lists that were pasted into it. Other
 * blocks stand in the item that comes before them, and what was below the line in the last one.
 */
export function composeItems(
  item: Node,
  index: number,
  split: Split,
  blocks: readonly Node[],
): Composed {
  const items: Node[] = []
  let like = item
  let isKept = false
  let inside: Node[] = item.children.slice(0, index)
  const below = item.children.slice(index + 1)
  const close = () => {
    if (inside.length === 0) return
    items.push(like.copy(Fragment.from(inside)))
    isKept ||= like === item
    inside = []
  }
  for (const block of withLeft(split, blocks)) {
    if (!isList(block)) {
      inside.push(block)
      continue
    }
    for (const pasted of block.children) {
      close()
      like = pasted
      inside = [...pasted.children]
    }
  }
  const last = blocks.at(-1)
  const endsInList = last !== undefined && isList(last)
  if (split.right.size > 0 && index === 0 && endsInList) {
    close()
    const rest = [lineOf(split, split.right, split.left.size > 0), ...below]
    const attrs = isKept ? { ...looksOf(item.attrs), value: null } : item.attrs
    items.push(item.type.create(attrs, rest))
    return { nodes: items, tail: sizeOf(rest) + 2 }
  }
  // A further paragraph of an item stays one, below the last item that was pasted.
  const { behind, tail } = endsInList ? aboveRight(split, inside) : withRight(split, inside)
  inside = [...behind, ...below]
  close()
  return { nodes: items, tail: tail + sizeOf(below) + 1 }
}

/** The blocks behind what is left of the line, which a paragraph goes on. */
function withLeft(split: Split, blocks: readonly Node[]): readonly Node[] {
  const { line, left, right } = split
  const [first, ...others] = blocks
  if (!first) return blocks
  const isAlone =
    left.size === 0 && (right.size > 0 || Object.keys(readKept(first.attrs)).length > 0)
  if (isParagraph(first) && !isAlone) {
    return [line.type.create(line.attrs, left.append(first.content)), ...others]
  }
  return left.size > 0 ? [lineOf(split, left, false), ...blocks] : blocks
}

type Ended = { behind: readonly Node[]; tail: number }

/** What is left of the line goes on in the last of the blocks when that is a paragraph. */
function withRight(split: Split, nodes: readonly Node[]): Ended {
  const { right } = split
  const last = nodes.at(-1)
  if (right.size > 0 && last && isParagraph(last)) {
    const joined = last.copy(last.content.append(right))
    return { behind: [...nodes.slice(0, -1), joined], tail: right.size + 1 }
  }
  return aboveRight(split, nodes)
}

/** What is left of the line stays a line of its own, below the blocks. */
function aboveRight(split: Split, nodes: readonly Node[]): Ended {
  const { left, right } = split
  if (right.size === 0) return { behind: nodes, tail: 0 }
  const rest = lineOf(split, right, left.size > 0)
  return { behind: [...nodes, rest], tail: rest.nodeSize }
}

/** A part of the line; the second one does not repeat what is true of one element only. */
function lineOf({ line }: Split, content: Fragment, isSecond: boolean): Node {
  return line.type.create(isSecond ? looksOf(line.attrs) : line.attrs, content)
}
