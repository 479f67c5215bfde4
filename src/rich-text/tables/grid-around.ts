import type { Node, ResolvedPos } from '@tiptap/pm/model'

/** A node, and the position in front of it. */
export interface Placed {
  node: Node
  pos: number
}

/** The rows of the innermost table around a position; null in a caption. */
export function gridAround(position: ResolvedPos): Placed | null {
  return around(position, 'tableGrid')
}

/** The innermost table around a position, with its caption. */
export function tableAround(position: ResolvedPos): Placed | null {
  return around(position, 'table')
}

/** The rows of a table. */
export function gridOf({ node, pos }: Placed): Placed {
  return { node: node.child(node.childCount - 1), pos: pos + 1 + (captionOf(node)?.nodeSize ?? 0) }
}

/** The caption of a table, if it has one. */
export function captionOf(table: Node): Node | null {
  return table.childCount > 1 ? table.firstChild : null
}

function around(position: ResolvedPos, type: string): Placed | null {
  for (let { depth } = position; depth > 0; depth -= 1) {
    const node = position.node(depth)
    if (node.type.name === type) return { node, pos: position.before(depth) }
  }
  return null
}
