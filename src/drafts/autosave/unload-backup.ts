import * as z from 'zod/mini'
import { Environment } from '#contract/environment.ts'
import { localStore } from '#storage/local-store.ts'
import { EditOf } from '#drafts/store/batch-edit.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'

const PREFIX = 'batch-composer.unsaved.'

/** What a page left behind of a draft when it was closed. */
export const UnloadBackup = z.object({
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
  place: Environment,
  texts: DraftTexts,
  /** The stored batch that the draft changes. */
  of: z.optional(EditOf),
  /** Missing where the page was closed before the library for checksums had come. */
  sha: z.optional(z.string()),
})
export type UnloadBackup = z.infer<typeof UnloadBackup>

/** What this page could not leave in local storage, by the same keys: for as long as the page lives. */
const inPage = new Map<string, UnloadBackup>()

/**
 * Leaves a draft behind where it can be written at once: only that survives the closing of a page. Each
 * draft has a key of its own, because a browser closes all its tabs together; so has a second tab whose
 * text would replace what is stored nowhere else. `isOwn`: it builds on that copy. False when there is
 * no room, or the browser lets nothing be stored: then it is found only as long as this page lives.
 */
export function writeBackup(
  backup: UnloadBackup,
  isOwn: (copy: UnloadBackup) => boolean = () => false,
) {
  const key = PREFIX + backup.id
  const copy = read(key)
  const isTaken = copy !== null && !copy.saved && !isOwn(copy)
  // What is stored anyway replaces nothing.
  if (isTaken && backup.saved) return true
  return write(isTaken ? `${key}.${backup.tab}` : key, backup)
}

/** What was left behind of a draft last; null when there is nothing, or nothing that can be read. */
export function latestBackup(id: string): UnloadBackup | null {
  return newest(allBackups().filter((backup) => backup.id === id))
}

/** Everything that was left behind and can be read. */
export function allBackups(): UnloadBackup[] {
  return keys().flatMap((key) => read(key) ?? [])
}

/** Lets go what was left behind of a draft, as far as `isSafe`: it is in the database. */
export function dropBackups(id: string, isSafe: (copy: UnloadBackup) => boolean = () => true) {
  for (const key of keys()) {
    const copy = read(key)
    if (copy?.id === id && isSafe(copy)) remove(key)
  }
}

/** Where a copy was written: the states of these tabs are older than it. */
export function tabsOf({ tab, earlierTabs = [] }: UnloadBackup) {
  return [tab, ...earlierTabs]
}

/** Whether two copies are the same one. */
export function isSameCopy(one: UnloadBackup, other: UnloadBackup) {
  return one.tab === other.tab && one.at === other.at
}

function newest(backups: readonly UnloadBackup[]) {
  return backups.toSorted((a, b) => b.at - a.at)[0] ?? null
}

function keys() {
  return [...new Set([...localStore.keys(PREFIX), ...inPage.keys()])]
}

function read(key: string): UnloadBackup | null {
  return inPage.get(key) ?? localStore.readJson(key, UnloadBackup)
}

function write(key: string, backup: UnloadBackup) {
  const isStored = localStore.writeJson(key, backup)
  if (isStored) inPage.delete(key)
  else inPage.set(key, backup)
  return isStored
}

function remove(key: string) {
  inPage.delete(key)
  localStore.remove(key)
}
