import type { Removed } from '#html/safety/take-out.ts'
import type { Node, Schema } from '@tiptap/pm/model'
import { tidyHtml } from '#editor/document/read-nodes.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { sameDom } from '#html/compare/same-dom.ts'
import { splitBlocks } from '#html/parse/split-blocks.ts'

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

/**
 * `source` without anything unsafe, and what was taken out. Pieces in which nothing is unsafe keep their
 * bytes, unless they mean something else without what stood around them. Throws `TextTooLarge`.
 */
export function safeSource(source: string): { html: string; removed: readonly Removed[] } {
  const cleaned = outgoingHtml(source)
  if (cleaned.html === source) return cleaned
  const byPiece = splitBlocks(source).map((piece) => outgoingHtml(piece).html)
  const html = byPiece.join('')
  return sameDom(html, cleaned.html) ? { html, removed: cleaned.removed } : cleaned
}
