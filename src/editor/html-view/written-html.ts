import type { Removed } from '#html/safety/take-out.ts'
import type { Block } from '#html/parse/live-source.ts'
import { assertReadableSize, TextTooLarge } from '#html/parse/limits.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { splitBlocks } from '#html/parse/split-blocks.ts'

/** A top-level piece as it was written, and what leaves of it. */
interface Part {
  readonly html: string
  readonly block: Block
  readonly removed: readonly Removed[]
  /** It could not be cleaned, so the block is as it was written and must not be sent. */
  readonly unread?: true
}

export type WrittenHtml = ReturnType<typeof createWrittenHtml>

/**
 * A text while it is written as HTML. The string is kept as it is typed; what leaves is safe, piece by
 * piece. After a key only the pieces that changed are read again. That is exact but for an element
 * that was left open and reaches into the pieces behind it; `settle` reads the whole.
 */
export function createWrittenHtml(start: string) {
  let html = start
  let parts: readonly Part[] = partsOf(start, [])
  let isSettled = true
  /** The text after the last key: reading it is left to whoever needs it. */
  let pending: (() => string) | null = null

  const takePending = () => {
    if (!pending) return
    const next = pending()
    pending = null
    if (next === html) return
    html = next
    parts = refusalOf(next) === null ? changedParts(parts, next) : [readPart(next)]
    isSettled = false
  }

  return {
    /** To be called after every change with the way to the text. */
    write(read: () => string) {
      pending = read
    },

    html() {
      takePending()
      return html
    },

    blocks(): readonly Block[] {
      takePending()
      return parts.map(({ block }) => block)
    },

    /** Why visual editing cannot take the text; null when it can. */
    refusal(): string | null {
      takePending()
      return refusalOf(html)
    },

    /** What is taken out of the text because it is unsafe. */
    removed(): readonly Removed[] {
      return parts.flatMap(({ removed }) => removed)
    },

    /** Whether all of the text could be cleaned. */
    isRead(): boolean {
      takePending()
      return parts.every(({ unread }) => !unread)
    },

    /** Reads all of the text again where only parts of it were; says whether it did. */
    settle() {
      takePending()
      if (isSettled) return false
      parts = partsOf(html, parts)
      isSettled = true
      return true
    },
  }
}

function refusalOf(html: string): string | null {
  try {
    assertReadableSize(html)
    return null
  } catch (error) {
    if (!(error instanceof TextTooLarge)) throw error
    return error.message
  }
}

function partsOf(html: string, known: readonly Part[]): Part[] {
  // The limit comes before any parser.
  if (refusalOf(html) !== null) return [readPart(html)]
  const byHtml = new Map(known.filter(({ unread }) => !unread).map((part) => [part.html, part]))
  const used = new Set<Part>()
  return piecesOf(html).map((piece) => {
    const part = byHtml.get(piece)
    // Two pieces of the same bytes are two blocks.
    if (!part || used.has(part)) return readPart(piece)
    used.add(part)
    return part
  })
}

function changedParts(parts: readonly Part[], html: string): Part[] {
  let start = 0
  let from = 0
  for (const part of parts) {
    if (!html.startsWith(part.html, from)) break
    from += part.html.length
    start += 1
  }
  let end = parts.length
  let to = html.length
  for (const part of parts.slice(start).toReversed()) {
    if (to - part.html.length < from || !html.endsWith(part.html, to)) break
    to -= part.html.length
    end -= 1
  }
  const fresh = partsOf(html.slice(from, to), [])
  return [...parts.slice(0, start), ...fresh, ...parts.slice(end)]
}

function readPart(html: string): Part {
  // The form refuses a text beyond the limit as well, so it cannot leave like this.
  if (refusalOf(html) !== null) return { html, block: { html }, removed: [] }
  try {
    const outgoing = outgoingHtml(html)
    return { html, block: { html: outgoing.html }, removed: outgoing.removed }
  } catch {
    return { html, block: { html }, removed: [], unread: true }
  }
}

/** One piece where the text cannot be cut. */
function piecesOf(html: string): readonly string[] {
  try {
    return splitBlocks(html)
  } catch {
    return [html]
  }
}
