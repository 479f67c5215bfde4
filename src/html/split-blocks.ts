import { BLOCK_ELEMENTS } from './block-elements.ts'
import { parseInert } from './inert-document.ts'
import { sameNodes } from './same-dom.ts'
import { scanHtml } from './scan-html.ts'

/**
 * Cuts `source` into top-level pieces that mean alone what they mean together: each parses to its
 * share of the whole's top-level nodes. Joined, the pieces are exactly the input.
 *
 * A light scanner proposes the cuts and the browser's own parser proves them. Where a proof fails
 * (an element left open that reaches into the next block), pieces are merged, in the worst case into
 * one. Each piece but the only one holds at least one element, comment or word.
 */
export function splitBlocks(source: string): string[] {
  const pieces = withoutEmpty(proposeCuts(source))
  if (pieces.length < 2) return source === '' ? [] : [source]
  return prove(source, pieces)
}

/** How many proposed pieces are tried together before the rest becomes one piece. */
const MOST_MERGED = 6

function prove(source: string, pieces: readonly string[]): string[] {
  const whole = [...parseInert(source).childNodes]
  const proven: string[] = []
  let matched = 0
  let next = 0
  while (next < pieces.length) {
    const found = shortestMatch(pieces, next, whole, matched)
    if (!found) return source === '' ? [] : [source]
    proven.push(found.piece)
    matched += found.nodes
    next += found.pieces
  }
  return matched === whole.length ? proven : [source]
}

function shortestMatch(pieces: readonly string[], from: number, whole: Node[], matched: number) {
  const rest = pieces.length - from
  const lengths = [...Array(Math.min(MOST_MERGED, rest)).keys()].map((index) => index + 1)
  for (const count of rest > MOST_MERGED ? [...lengths, rest] : lengths) {
    const piece = pieces.slice(from, from + count).join('')
    const nodes = [...parseInert(piece).childNodes]
    const expected = whole.slice(matched, matched + nodes.length)
    const last = from + count === pieces.length
    const complete = !last || matched + nodes.length === whole.length
    if (
      complete &&
      expected.length === nodes.length &&
      nodes.every((node, index) => {
        const other = expected[index]
        return other !== undefined && sameNodes(node, other)
      })
    ) {
      return { piece, nodes: nodes.length, pieces: count }
    }
  }
  return null
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
    if (CARRIED.has(name)) carried = Math.max(0, carried + (kind === 'open' ? 1 : -1))
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
