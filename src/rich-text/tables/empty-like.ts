import type { Attrs, Fragment, Node, Schema } from '@tiptap/pm/model'
import { readKept } from '#rich-text/kept-attributes.ts'

/** What is true of one element only. */
const OWN = new Set(['id', 'name', 'headers', 'colspan', 'rowspan'])

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
