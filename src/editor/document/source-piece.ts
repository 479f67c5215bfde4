import type { Node } from '@tiptap/pm/model'
import { BLOCK_ELEMENTS, endsInLine, startsInLine } from '#html/parse/known-elements.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import type { Block } from '#html/parse/live-source.ts'
import { sameNodes } from '#html/compare/same-dom.ts'
import { scanHtml } from '#html/parse/scan-html.ts'
/**
 * What a piece may stand in front of: HTML that begins with a block, with words, or with a table of
 * which a parser puts the words between its tags in front.
 */
export type Behind = 'block' | 'words' | 'table'

/** A top-level piece of a source and the blocks that it became. */
export interface Piece {
  /** The bytes, as a block whose identity lasts as long as the piece. */
  readonly block: Block
  readonly nodes: readonly Node[]
  /** What the bytes begin with. */
  readonly begins: Behind
  /** Whether the bytes mean the same in front of such HTML. Parsed once, at most. */
  readonly keepsOut: (behind: Behind) => boolean
}

/**
 * A piece of its bytes. `known` is what they are known to stand in front of: what keeps words out keeps
 * blocks out as well.
 */
export function createPiece(html: string, nodes: readonly Node[], known: Behind | null): Piece {
  const kept: Partial<Record<Behind, boolean>> = {}
  if (known) kept[known] = kept.block = true
  return {
    block: { html },
    nodes,
    begins: hasWordsInFront(html) ? 'table' : beginningOf(html),
    keepsOut: (behind) => (kept[behind] ??= keepsOut(html, MARKERS[behind])),
  }
}

const MARKERS: Readonly<Record<Behind, string>> = {
  block: '<p>m</p>',
  words: 'm',
  table: '<table><i>m</i></table>',
}

/** Start tags that a parser skips where no table is open. */
const SKIPPED = new Set('caption colgroup col thead tbody tfoot tr th td'.split(' '))
/** End tags that a parser does not skip where nothing is open. */
const NOT_SKIPPED = new Set(['p', 'br'])

/** What the first tag or word of `html` is; one that may stand inside a paragraph begins with words. */
export function beginningOf(html: string): Behind {
  for (const { kind, name, start, end } of scanHtml(html)) {
    if (kind === 'text' && !/[^ \t\r\n\f]/.test(html.slice(start, end))) continue
    if (kind === 'open' ? SKIPPED.has(name) : kind === 'close' && !NOT_SKIPPED.has(name)) continue
    const isBlock = kind === 'open' && BLOCK_ELEMENTS.has(name) && name !== 'legend'
    return isBlock ? 'block' : 'words'
  }
  return 'words'
}

function hasWordsInFront(html: string): boolean {
  return /^\s*<table\b/i.test(html) && startsInLine([...parseInert(html).childNodes])
}

/**
 * Whether `marker` written behind `html` becomes a top-level node of its own. A paragraph without its end
 * tag would swallow words that were moved behind it; words would run together with other words.
 */
function keepsOut(html: string, marker: string): boolean {
  // Space between them would join a bare marker and hide where it went.
  const before = html.replace(/[ \t\r\n\f]+$/, '')
  const alone = parseInert(before)
  const behind = parseInert(marker)
  const goesOn = endsInLine([...alone.childNodes]) && startsInLine([...behind.childNodes])
  if (goesOn) return false
  alone.append(behind)
  return sameNodes(alone, parseInert(before + marker))
}
