import { outgoingHtml, type Removed } from '#html/sanitize.ts'
import { sameDom } from '#html/same-dom.ts'
import { splitBlocks } from '#html/split-blocks.ts'

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
