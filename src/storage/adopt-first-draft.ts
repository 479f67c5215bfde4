import { announceDraftChange } from './draft-changes.ts'
import { migrations } from './draft-migrations.ts'
import { changeDraft, type Row } from './draft-shelf.ts'
import { seal } from './read-draft.ts'

/** Where the first version of the app kept its one draft, as JSON. */
const FIRST = 'batch-composer.draft'
/** The same, byte for byte, for 30 days: in case something was wrong with the reading of it. */
const BACKUP = 'batch-composer.draft.backup'
const BACKUP_MS = 30 * 24 * 60 * 60_000

/**
 * Makes the one draft of the app's first version one of many. Two tabs that do it at the same time do it
 * once. A broken one becomes a damaged draft, which is listed and offered as a download.
 */
export async function adoptFirstDraft(now = Date.now()) {
  const raw = read(FIRST)
  if (raw === null) return forgetBackup(now)
  const row = rowOf(raw)
  await changeDraft(
    row.id,
    ({ stored }) => ({ result: undefined, ...(stored === undefined && { put: row }) }),
    'strict',
  )
  write(FIRST, null)
  write(BACKUP, JSON.stringify({ until: now + BACKUP_MS, raw }))
  announceDraftChange(row.id)
}

function rowOf(raw: string): Row {
  try {
    const first: unknown = JSON.parse(raw)
    const draft = migrations[1]?.({ ...Object(first), id: 'first' })
    if (draft) return seal({ ...draft, id: `first-${draft.updatedAt}` })
  } catch {
    // Said by the row itself.
  }
  return Object.assign({ id: `first-damaged-${raw.length}` }, { raw })
}

function forgetBackup(now: number) {
  const backup = read(BACKUP)
  if (backup === null) return
  const [, until] = /^\{"until":(\d+),/.exec(backup) ?? []
  if (Number(until ?? 0) < now) write(BACKUP, null)
}

function read(key: string) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // The draft itself is in the database by then.
  }
}
