import * as z from 'zod/mini'
import { Place } from '#contract/place.ts'
import { DraftTexts } from './stored-draft.ts'

const PREFIX = 'batch-composer.unsaved.'

/** What a page left behind of a draft when it was closed. */
export const Leftover = z.object({
  /** Of the draft. */
  id: z.string(),
  /** The number of the stored state that it builds on; 0 when nothing was stored. */
  base: z.number(),
  /** Nothing was changed since that state. */
  saved: z.boolean(),
  tab: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  place: Place,
  texts: DraftTexts,
  /** Missing where the page was closed before the library for checksums had come. */
  sha: z.optional(z.string()),
})
export type Leftover = z.infer<typeof Leftover>

/**
 * Leaves a draft behind where it can be written at once: only that survives the closing of a page. One
 * key for each draft, because a browser closes all its tabs together. False when there is no room.
 */
export function leaveBehind(leftover: Leftover) {
  try {
    localStorage.setItem(PREFIX + leftover.id, JSON.stringify(leftover))
    return true
  } catch {
    return false
  }
}

/** What was left behind of a draft; null when there is nothing, or nothing that can be read. */
export function leftoverOf(id: string): Leftover | null {
  try {
    const stored = localStorage.getItem(PREFIX + id)
    return stored === null ? null : Leftover.parse(JSON.parse(stored))
  } catch {
    return null
  }
}

/** Lets go what was left behind: it is safe in the database. */
export function dropLeftover(id: string) {
  try {
    localStorage.removeItem(PREFIX + id)
  } catch {
    // Where nothing can be stored there is nothing to let go.
  }
}

/** The drafts of which something was left behind. */
export function leftoverIds(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}
