import * as z from 'zod/mini'
import { TaskDetails } from '#contract/batch.ts'
import { newId } from '#contract/new-id.ts'
import type { Place } from '#contract/environment.ts'
import { localStore } from '#storage/local-store.ts'

const keyOf = (place: Place, id: string) => `batch-composer.edit.${place}.${id}`

const StoredEdit = z.object({
  version: z.literal(1),
  /** Another one each time that it is kept; earlier versions kept none. */
  rev: z._default(z.string(), ''),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** The stored texts that the change began from. */
  base: TaskDetails,
  texts: TaskDetails,
})

/** A change of a batch's texts that was begun in this browser and not sent. */
export type UnsavedEdit = z.infer<typeof StoredEdit> & {
  /** Where it is kept: each editor has a key of its own, so that none writes over another's change. */
  key: string
}

/** All changes of a batch's texts that are kept in this browser, the newest first. */
export function unsavedEdits(place: Place, id: string): UnsavedEdit[] {
  const first = keyOf(place, id)
  return localStore
    .keys(first)
    .filter((key) => isKeyOf(first, key))
    .flatMap((key) => readEdit(key) ?? [])
    .toSorted((one, other) => other.savedAt - one.savedAt)
}

/** A key under which one editor keeps its change of a batch's texts. */
export function newEditKey(place: Place, id: string) {
  return `${keyOf(place, id)}#${newId()}`
}

/** Keeps a change that was begun. Null when this browser has no room for it. */
export function keepEdit(
  key: string,
  { base, texts }: Pick<UnsavedEdit, 'base' | 'texts'>,
): UnsavedEdit | null {
  const edit = { version: 1, rev: newId(), savedAt: Date.now(), base, texts } as const
  return localStore.writeJson(key, edit) ? { ...edit, key } : null
}

/**
 * Lets a change go as it was read or kept: it was saved, taken back or taken over. One that another
 * window has kept in its place since stays.
 */
export function dropEdit({ key, rev }: UnsavedEdit) {
  if (readEdit(key)?.rev === rev) localStore.remove(key)
}

/** Earlier versions kept one change for all windows, under the name of the batch alone. */
function isKeyOf(first: string, key: string) {
  return key === first || /^#[0-9a-f]{32}$/.test(key.slice(first.length))
}

function readEdit(key: string): UnsavedEdit | null {
  const edit = localStore.readJson(key, StoredEdit)
  return edit && { ...edit, key }
}
