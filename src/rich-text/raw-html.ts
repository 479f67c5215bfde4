import type { Node, Schema } from '@tiptap/pm/model'
import { tidyHtml } from './read-nodes.ts'

/**
 * A document as HTML when it cannot be written as a whole: block by block, and of a block that cannot
 * be written its words. For keeping; it is not what the writer made.
 */
export function rawHtml(doc: Node, schema: Schema): string {
  return doc.children.map((node) => rawBlock(node, schema)).join('')
}

function rawBlock(node: Node, schema: Schema): string {
  if (node.type.name === 'protectedPart') return String(node.attrs['html'])
  try {
    return tidyHtml([node], schema)
  } catch {
    const words = node.textBetween(0, node.content.size, '\n', '\n')
    return `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`
  }
}
