import type { Node, ResolvedPos, Attrs, Fragment, Schema } from '@tiptap/pm/model'
import { readKept } from '#editor/schema/kept-attributes.ts'

/** What is true of one element only. */
const OWN = new Set(['id', 'name', 'headers', 'colspan', 'rowspan'])

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

/** A cell or row that looks like `node`, with `content` or empty. */
export function emptyLike(node: Node, content?: Fragment | readonly Node[]): Node {
  const look = looksOf(node.attrs)
  const like = content ? node.type.create(look, content) : node.type.createAndFill(look)
  if (!like) throw new Error(`Nothing fills an empty "${node.type.name}".`)
  return like
}

/** A cell with nothing in it and nothing about it. */
export function emptyCell(schema: Schema): Node {
  return schema.node('tableCell', null, schema.node('paragraph'))
}

/** The attributes of a cell or row without those that belong to it alone. */
export function looksOf(attributes: Attrs): Attrs {
  const kept = Object.entries(readKept(attributes)).filter(([name]) => !OWN.has(name))
  const spans = 'colspan' in attributes ? { colspan: 1, rowspan: 1 } : {}
  return { ...attributes, ...spans, kept: kept.length > 0 ? Object.fromEntries(kept) : null }
}
