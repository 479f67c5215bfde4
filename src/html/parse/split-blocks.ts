import { BLOCK_ELEMENTS, endsInLine, startsInLine } from './known-elements.ts'
import { parseInert } from './inert-document.ts'
import { sameNodes } from '#html/compare/same-dom.ts'
import { scanHtml } from './scan-html.ts'

/**
 * Cuts `source` into top-level pieces that mean alone what they mean together: each parses to its
 * share of the whole's top-level nodes and leaves nothing open that would reach into a block behind it.
 * Only the last may. Joined, the pieces are exactly the input.
 *
 * A light scanner proposes the cuts and the browser's own parser proves them. Where a proof fails,
 * pieces are merged, in the worst case into one. Each piece but the only one holds at least one
 * element, comment or word.
 */
export function splitBlocks(source: string): string[] {
  const pieces = withoutEmpty(proposeCuts(source))
  if (pieces.length < 2) return source === '' ? [] : [source]
  return prove(source, pieces)
}

/** Reading a block behind a piece shows what the piece leaves open. */
const BLOCK_BEHIND = '<p>m</p>'

function prove(source: string, pieces: readonly string[]): string[] {
  const whole = [...parseInert(source).childNodes]
  const proven: string[] = []
  let matched = 0
  let next = 0
  while (next < pieces.length) {
    const found = shortestMatch(pieces, next, whole, matched)
    if (!found) return [source]
    proven.push(found.piece)
    matched += found.nodes
    next += found.pieces
  }
  return proven
}

/** The fewest pieces from `from` on that parse together to the first of the nodes that are left. */
function shortestMatch(pieces: readonly string[], from: number, whole: Node[], matched: number) {
  for (const count of lengthsUpTo(pieces.length - from)) {
    const piece = pieces.slice(from, from + count).join('')
    const isLast = from + count === pieces.length
    const own = isLast ? nodesOf(piece) : closedNodesOf(piece)
    if (!own?.every((node, index) => isSame(node, whole[matched + index]))) continue
    const end = matched + own.length
    const isCut = isLast ? end === whole.length : !endsInLine(own) || !startsInLine(whole, end)
    if (isCut) return { piece, nodes: own.length, pieces: count }
  }
  return null
}

/** How many proposed pieces are tried together: each attempt half as many again, and then all. */
function* lengthsUpTo(most: number): Generator<number> {
  for (let count = 1; count < most; count += Math.ceil(count / 2)) yield count
  yield most
}

const nodesOf = (html: string): Node[] => [...parseInert(html).childNodes]

/** The nodes of a piece that leaves nothing open; null for one that does. */
function closedNodesOf(piece: string): Node[] | null {
  const nodes = nodesOf(piece + BLOCK_BEHIND)
  const [block] = nodesOf(BLOCK_BEHIND)
  return isSame(nodes.pop(), block) ? nodes : null
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && sameNodes(one, other)
}

/** Formatting that the parser carries over into the next block when it is not closed. */
const CARRIED = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const HEADING = /^h[1-6]$/

function proposeCuts(source: string): string[] {
  const cuts: number[] = []
  let block: string | null = null
  let depth = 0
  let run = false
  let carried = 0
  const begin = (at: number) => {
    if (carried === 0) cuts.push(at)
  }
  for (const { kind, name, start, end } of scanHtml(source)) {
    const isBlock = kind !== 'text' && BLOCK_ELEMENTS.has(name)
    // A paragraph ends where the next block begins.
    if (block === 'p' && isBlock && kind === 'open') block = null
    if (block !== null) {
      if (kind === 'open' && name === block) depth += 1
      else if (
        kind === 'close' &&
        (name === block || (HEADING.test(block) && HEADING.test(name)))
      ) {
        depth -= 1
        if (depth === 0) block = null
      }
    } else if (kind === 'open' && isBlock) {
      begin(start)
      run = false
      block = name === 'hr' || name === 'col' ? null : name
      depth = 1
    } else if (kind === 'hidden' && !run && source.startsWith('<!--', start)) {
      begin(start)
    } else if (!run && !isBlock && (kind !== 'text' || hasWords(source.slice(start, end)))) {
      begin(start)
      run = true
    }
    if (CARRIED.has(name)) carried = Math.max(0, carried + (kind === 'open' ? 1 : -1))
  }
  return [0, ...cuts].map((cut, index) => source.slice(cut, cuts[index]))
}

function hasWords(text: string): boolean {
  return /[^ \t\r\n\f]/.test(text)
}

/** Joins pieces without content, such as space or a stray end tag, to the one before or after. */
function withoutEmpty(pieces: readonly string[]): string[] {
  const joined: string[] = []
  let pending = ''
  for (const piece of pieces) {
    if (hasWords(piece.replace(/<\/[^>]*>|<(?:html|head|body)\b[^>]*>|<!doctype[^>]*>/gi, ''))) {
      joined.push(pending + piece)
      pending = ''
    } else if (joined.length > 0) joined.push((joined.pop() ?? '') + piece)
    else pending += piece
  }
  if (joined.length === 0) return pending === '' ? [] : [pending]
  return joined
}
