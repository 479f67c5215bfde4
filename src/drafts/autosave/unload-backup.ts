import * as z from 'zod/mini'
import { Place } from '#contract/environment.ts'
import { localStore } from '#storage/local-store.ts'
import { EditOf } from '#drafts/store/batch-edit.ts'
import { DraftTexts } from '#drafts/store/stored-draft.ts'

const PREFIX = 'batch-composer.unsaved.'

/** What a page left behind of a draft when it was closed. */
export const Leftover = z.object({
  /** Of the draft. */
  id: z.string(),
  /** The number of the stored state that it builds on; 0 when nothing was stored. */
  base: z.number(),
  /** Nothing was changed since that state. */
  saved: z.boolean(),
  /** Only what was typed before the stored state had come: the other texts are blank. */
  partial: z.optional(z.boolean()),
  /** What somebody called the draft. */
  name: z.optional(z.string()),
  tab: z.string(),
  /** The tabs of the earlier copies that it goes on from: each may still have been stored at its end. */
  earlierTabs: z.optional(z.array(z.string())),
  /** Milliseconds since 1970. */
  at: z.number(),
  place: Place,
  texts: DraftTexts,
  /** The stored batch that the draft changes. */
  of: z.optional(EditOf),
  /** Missing where the page was closed before the library for checksums had come. */
  sha: z.optional(z.string()),
})
export type Leftover = z.infer<typeof Leftover>

/** What this page could not leave in local storage, by the same keys: for as long as the page lives. */
const inPage = new Map<string, Leftover>()

/**
 * Leaves a draft behind where it can be written at once: only that survives the closing of a page. Each
 * draft has a key of its own, because a browser closes all its tabs together; so has a second tab whose
 * text would replace what is stored nowhere else. `isOwn`: it builds on that copy. False when there is
 * no room, or the browser lets nothing be stored: then it is found only as long as this page lives.
 */
export function leaveBehind(leftover: Leftover, isOwn: (copy: Leftover) => boolean = () => false) {
  const key = PREFIX + leftover.id
  const copy = read(key)
  const isTaken = copy !== null && !copy.saved && !isOwn(copy)
  // What is stored anyway replaces nothing.
  if (isTaken && leftover.saved) return true
  return write(isTaken ? `${key}.${leftover.tab}` : key, leftover)
}

/** What was left behind of a draft last; null when there is nothing, or nothing that can be read. */
export function leftoverOf(id: string): Leftover | null {
  return newest(allLeftovers().filter((leftover) => leftover.id === id))
}

/** Everything that was left behind and can be read. */
export function allLeftovers(): Leftover[] {
  return keys().flatMap((key) => read(key) ?? [])
}

/** Lets go what was left behind of a draft, as far as `isSafe`: it is in the database. */
export function dropLeftovers(id: string, isSafe: (copy: Leftover) => boolean = () => true) {
  for (const key of keys()) {
    const copy = read(key)
    if (copy?.id === id && isSafe(copy)) remove(key)
  }
}

/** Where a copy was written: the states of these tabs are older than it. */
export function tabsOf({ tab, earlierTabs = [] }: Leftover) {
  return [tab, ...earlierTabs]
}

/** Whether two copies are the same one. */
export function isSameCopy(one: Leftover, other: Leftover) {
  return one.tab === other.tab && one.at === other.at
}

function newest(leftovers: readonly Leftover[]) {
  return leftovers.toSorted((a, b) => b.at - a.at)[0] ?? null
}

function keys() {
  return [...new Set([...localStore.keys(PREFIX), ...inPage.keys()])]
}

function read(key: string): Leftover | null {
  return inPage.get(key) ?? localStore.readJson(key, Leftover)
}

function write(key: string, leftover: Leftover) {
  const isStored = localStore.writeJson(key, leftover)
  if (isStored) inPage.delete(key)
  else inPage.set(key, leftover)
  return isStored
}

function remove(key: string) {
  inPage.delete(key)
  localStore.remove(key)
}
