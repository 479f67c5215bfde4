import { signBackup } from './sign-backup.ts'
import { announceDraftChange } from '#drafts/store/draft-changes.ts'
import { draftTitle } from '#drafts/store/draft-envelope.ts'
import { readDraft, storeNewDraft } from '#drafts/store/drafts.ts'
import { allBackups, dropBackups, isSameCopy, tabsOf, type UnloadBackup } from './unload-backup.ts'
import { saveDraft } from './save-draft.ts'
import { blankTexts, isBlank, typedMeanwhile } from '#drafts/store/draft-texts.ts'
import { changeDraft, type Row } from '#drafts/store/draft-rows.ts'
import { localStore } from '#storage/local-store.ts'
import { seal, upToDate } from '#drafts/store/read-draft.ts'
import { adoptUnsavedEdits } from './adopt-unsaved-edits.ts'

/** Where the first version of the app kept its one draft, as JSON. */
const FIRST = 'batch-composer.draft'

/** The same, byte for byte, for 30 days: in case something was wrong with the reading of it. */
const BACKUP = 'batch-composer.draft.backup'

const BACKUP_MS = 30 * 24 * 60 * 60_000

/**
 * Brings what closed pages and earlier versions of the app left in local storage into the database.
 * It stays where it is until it is stored there. `except` is the draft that a form sees to itself.
 */
export async function adoptBackups(except?: string) {
  await adoptFirstDraft().catch(() => undefined)
  await adoptUnsavedEdits().catch(() => undefined)
  for (const backup of allBackups()) {
    // One after the other, because each may be long and nobody waits for them.
    // oxlint-disable-next-line no-await-in-loop
    if (backup.id !== except) await adopt(backup)
  }
}

async function adopt(backup: UnloadBackup) {
  try {
    if (!backup.saved && !(await becameNext(backup))) {
      // A change of a batch is never a new one: it waits for its editor, where it is compared and asked.
      if (backup.of) return
      const { place: environment, texts, name = draftTitle({ name: '', texts }) } = backup
      await storeNewDraft({ name: `${name} (recovered)`, place: environment, texts })
    }
    // The page that left it may have left another one since.
    dropBackups(backup.id, (copy) => isSameCopy(copy, backup))
  } catch {
    // No room, or no database: the next visit finds it again.
  }
}

/** Stores it as the next state of its draft; false when that is another one by now, or it is damaged. */
async function becameNext(backup: UnloadBackup) {
  const { id, base, tab, place: environment, texts, of, name, sha } = backup
  if (sha !== undefined && sha !== signBackup(backup)) return false
  if (backup.partial) return isBlank(texts) || addedToStored(backup)
  const after = { tabs: tabsOf(backup), rev: base }
  const saved = await saveDraft({ id, tab, place: environment, texts, of, name, base: null, after })
  return saved.kind === 'saved'
}

/** Puts what was typed before its draft had come on top of it, as the form does. */
async function addedToStored({ id, tab, texts }: UnloadBackup) {
  const kept = await readDraft(id)
  if (kept?.kind !== 'readable' || kept.draft.batch) return false
  const { draft } = kept
  const next = { ...blankTexts, ...draft.texts, ...typedMeanwhile(texts, draft.texts) }
  const after = { tabs: [tab], rev: draft.rev }
  const state = { id, tab, place: draft.place, texts: next, base: draft, after }
  const saved = await saveDraft({ ...state, keepPrevious: true })
  return saved.kind === 'saved'
}

/**
 * Makes the one draft of the app's first version one of many. Two tabs that do it at the same time do it
 * once. A broken one becomes a damaged draft, which is listed and offered as a download.
 */
export async function adoptFirstDraft(now = Date.now()) {
  const raw = localStore.readText(FIRST)
  if (raw === null) return forgetBackup(now)
  const row = rowOf(raw)
  await changeDraft(
    row.id,
    ({ stored }) => ({ result: undefined, ...(stored === undefined && { put: row }) }),
    'strict',
  )
  localStore.remove(FIRST)
  localStore.writeJson(BACKUP, { until: now + BACKUP_MS, raw })
  announceDraftChange(row.id)
}

function rowOf(raw: string): Row {
  try {
    const first: unknown = JSON.parse(raw)
    const draft = upToDate({ ...Object(first), id: 'first' }, 1)
    return seal({ ...draft, id: `first-${draft.updatedAt}` })
  } catch {
    // Said by the row itself.
  }
  return Object.assign({ id: `first-damaged-${raw.length}` }, { raw })
}

function forgetBackup(now: number) {
  const backup = localStore.readText(BACKUP)
  if (backup === null) return
  const [, until] = /^\{"until":(\d+),/.exec(backup) ?? []
  if (Number(until ?? 0) < now) localStore.remove(BACKUP)
}
