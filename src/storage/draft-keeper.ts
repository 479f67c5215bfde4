import { isBlank, StoredDraft, type DraftTexts } from './stored-draft.ts'
import type { Place } from '#contract/place.ts'

const KEY = 'batch-composer.draft'
const IDLE_MS = 300
const LONGEST_MS = 2_000

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; reason: 'full' | 'unavailable' }

type Content = { place: Place; texts: DraftTexts }

export type DraftKeeper = ReturnType<typeof createDraftKeeper>

/**
 * Keeps the one draft of this browser. Writing is synchronous, because only that survives the closing
 * of a page, and late: 300 ms after the last change, at most 2 s after the first one. The state it
 * reports is what the storage answered, never a hope.
 */
export function createDraftKeeper(storage: () => Storage) {
  let state: SaveState = { kind: 'untouched' }
  let pending: (() => Content) | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const report = (next: SaveState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const stopClocks = () => {
    clearTimeout(idle)
    clearTimeout(longest)
    longest = undefined
  }

  const write = ({ place, texts }: Content) => {
    const savedAt = Date.now()
    try {
      if (isBlank(texts)) {
        storage().removeItem(KEY)
        return report({ kind: 'untouched' })
      }
      const draft: StoredDraft = { version: 1, savedAt, place, texts }
      storage().setItem(KEY, JSON.stringify(draft))
      report({ kind: 'saved', at: savedAt })
    } catch (error) {
      const full = error instanceof DOMException && error.name === 'QuotaExceededError'
      report({ kind: 'failed', reason: full ? 'full' : 'unavailable' })
    }
  }

  const flush = () => {
    stopClocks()
    const read = pending
    pending = null
    if (read) write(read())
  }

  return {
    /** The draft of an earlier visit, or null when there is none that can be read. */
    load: (): StoredDraft | null => {
      try {
        const parsed = StoredDraft.safeParse(JSON.parse(storage().getItem(KEY) ?? 'null'))
        if (!parsed.success) return null
        if (state.kind === 'untouched') state = { kind: 'saved', at: parsed.data.savedAt }
        return parsed.data
      } catch {
        return null
      }
    },
    /** Asks for a save soon. `read` is called at the time of writing, so it gives the newest text. */
    schedule: (read: () => Content) => {
      pending = read
      clearTimeout(idle)
      idle = setTimeout(flush, IDLE_MS)
      longest ??= setTimeout(flush, LONGEST_MS)
    },
    /** Writes at once what is still waiting: for `pagehide`, where no timer fires any more. */
    flush,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    state: () => state,
  }
}
