import type { Batch } from '#contract/answers.ts'
import { withoutEscapes } from '#html/compare/escaped-text.ts'

const UUID = /(?<![\da-z-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-z-])/i

/** Newest first; a batch without a readable time comes last. The API documents no order of its own. */
export function newestFirst(batches: readonly Batch[]): Batch[] {
  return batches.toSorted((one, other) => createdAt(other) - createdAt(one))
}

function createdAt({ created_at }: Batch) {
  return Date.parse(created_at ?? '') || 0
}

const plain = (text: string) => withoutEscapes(text).toLocaleLowerCase()

/**
 * The batches whose name contains the words, whatever their case, or whose id is in them. No words: all
 * of them.
 */
export function namedLike(batches: readonly Batch[], words: string): Batch[] {
  const wanted = plain(words.trim())
  const wantedId = batchIdIn(wanted)
  return batches.filter(
    ({ id, name }) => plain(name).includes(wanted) || id.toLowerCase() === wantedId,
  )
}

/**
 * The batch id in words that were typed or pasted, a whole address included; null when there is none.
 * All ids of batches in the API's documentation are UUIDs.
 */
export function batchIdIn(words: string): string | null {
  return UUID.exec(words)?.[0] ?? null
}
