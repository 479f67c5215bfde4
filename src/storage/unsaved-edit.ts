import * as z from 'zod/mini'
import { TaskDetails } from '#contract/batch.ts'
import type { Place } from '#contract/place.ts'

const keyOf = (place: Place, id: string) => `batch-composer.edit.${place}.${id}`

const UnsavedEdit = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** The stored texts that the change began from. */
  base: TaskDetails,
  texts: TaskDetails,
})
export type UnsavedEdit = z.infer<typeof UnsavedEdit>

/** A change of a batch's texts that was begun in this browser and not sent; null when there is none. */
export function unsavedEdit(place: Place, id: string): UnsavedEdit | null {
  try {
    const stored = localStorage.getItem(keyOf(place, id))
    return UnsavedEdit.safeParse(JSON.parse(stored ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** Keeps a change that was begun. False when this browser has no room for it. */
export function keepEdit(place: Place, id: string, base: TaskDetails, texts: TaskDetails) {
  try {
    const edit: UnsavedEdit = { version: 1, savedAt: Date.now(), base, texts }
    localStorage.setItem(keyOf(place, id), JSON.stringify(edit))
    return true
  } catch {
    return false
  }
}

/** Lets a change go: it was saved, or taken back. */
export function dropEdit(place: Place, id: string) {
  try {
    localStorage.removeItem(keyOf(place, id))
  } catch {
    // Where nothing can be stored there is nothing to let go.
  }
}
