import type { Node } from '@tiptap/pm/model'
import { isBlockElement } from '#html/block-elements.ts'
import { parseInert } from '#html/inert-document.ts'
import type { Block } from '#html/live-source.ts'
import { sameNodes } from '#html/same-dom.ts'

/** A top-level piece of a source and the blocks that it became. */
export interface Piece {
  /** The bytes, as a block whose identity lasts as long as the piece. */
  readonly block: Block
  readonly nodes: readonly Node[]
  /** The pieces that followed it in a source: next to them the bytes are safe, however they end. */
  readonly followers: Set<Piece>
}

export function createPiece(html: string, nodes: readonly Node[]): Piece {
  return { block: { html }, nodes, followers: new Set() }
}

/**
 * Whether the bytes of `piece` still mean the same in front of `following` (null: tidy HTML, which
 * begins with a block). A paragraph without its end tag would swallow bare text that was moved
 * behind it; bare text would run together with other bare text.
 */
export function standsAlone(piece: Piece, following: Piece | null): boolean {
  if (following !== null && piece.followers.has(following)) return true
  const marker = following !== null && startsBare(following) ? 'm' : '<p>m</p>'
  return keepsOut(piece.block.html, marker)
}

function startsBare({ block }: Piece): boolean {
  const [first] = [...parseInert(block.html).childNodes].filter(
    (node) => node.textContent?.trim() !== '',
  )
  return !isBlockElement(first ?? null)
}

/** Whether `marker` written behind `html` becomes a top-level node of its own. */
function keepsOut(html: string, marker: string): boolean {
  // Space between them would join a bare marker and hide where it went.
  const before = html.replace(/[ \t\r\n\f]+$/, '')
  const alone = parseInert(before)
  alone.append(...parseInert(marker).childNodes)
  return sameNodes(alone, parseInert(before + marker))
}
