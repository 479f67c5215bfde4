import { signBackup } from '#drafts/autosave/sign-backup.ts'
import { announceDraftChange } from './draft-changes.ts'
import { hasMembers } from '#contract/json-value.ts'
import { newId } from '#contract/new-id.ts'
import type { Environment } from '#contract/environment.ts'
import {
  draftTitle,
  nextEnvelope,
  type CreatedBatch,
  type DraftEnvelope,
} from './draft-envelope.ts'
import { changeDraft, storedDraft, storedDrafts, storedHistory, type Row } from './draft-rows.ts'
import {
  allBackups,
  dropBackups,
  writeBackup,
  latestBackup,
  type UnloadBackup,
} from '#drafts/autosave/unload-backup.ts'
import { readKept, seal, type KeptDraft } from './read-draft.ts'
import { StorageFailure } from '#storage/storage-fault.ts'
import type { DraftTexts } from './draft-texts.ts'

export type NewDraft = {
  /** '' for a draft that goes by its batch name. */
  name: string
  /** Where its workspace and dataset were chosen. */
  place: Environment
  texts: DraftTexts
}

/**
 * Stores a new draft and gives its id: it is open at `/<place>/new?draft=<id>`. Rejects when the
 * browser has no room for it; where its database cannot be used, the draft is left where the next visit
 * looks for one.
 */
export async function addDraft(content: NewDraft): Promise<string> {
  try {
    return await storeNewDraft(content)
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    const id = newId()
    const copy = { id, base: 0, saved: false, tab: '', at: Date.now(), ...content }
    writeBackup({ ...copy, sha: signBackup(copy) })
    announceDraftChange(id)
    return id
  }
}

/** Stores a new draft in the database and gives its id. Rejects when it could not be stored there. */
export async function storeNewDraft({
  name,
  place: environment,
  texts,
}: NewDraft): Promise<string> {
  const id = newId()
  const draft = nextEnvelope(null, { id, tab: '', place: environment, texts, name })
  await changeDraft(id, () => ({ result: undefined, put: seal(draft) }), 'strict')
  announceDraftChange(id)
  return id
}

/** Every draft of this browser, the last changed first; what cannot be read comes last. */
export async function listDrafts(): Promise<KeptDraft[]> {
  return newestFirst((await storedDrafts()).map(readKept))
}

/** The drafts that were left behind and are not in the database yet, for as long as it cannot be used. */
export function draftsInBackups(): KeptDraft[] {
  const ids = new Set(allBackups().map(({ id }) => id))
  const kept = [...ids]
    .flatMap((id) => latestBackup(id) ?? [])
    .filter(({ partial }) => !partial)
    .map((left) => readKept(seal({ ...nextEnvelope(null, left, left.at), rev: left.base + 1 })))
  return newestFirst(kept)
}

function newestFirst(kept: readonly KeptDraft[]) {
  return kept.toSorted((a, b) => changedAt(b) - changedAt(a))
}

function changedAt(kept: KeptDraft) {
  return kept.kind === 'readable' ? kept.draft.updatedAt : 0
}

/** One draft; null when this browser has none by that id. */
export async function readDraft(id: string): Promise<KeptDraft | null> {
  const stored = await storedDraft(id)
  return stored === undefined ? null : readKept(stored)
}

/** Gives a draft another name; '' lets it go by its batch name again. */
export async function renameDraft(id: string, name: string) {
  await changeReadable(id, (draft) => ({ ...draft, name }))
}

/** Marks a draft as the batch that it became: from then on it is no open work. */
export async function markCreated(
  id: string,
  { place: environment, id: batch }: Omit<CreatedBatch, 'at'>,
) {
  await changeReadable(id, (draft) => ({
    ...draft,
    batch: { place: environment, id: batch, at: Date.now() },
  }))
}

/** Removes a draft with its history, unless something else was stored since this state of it. */
export async function removeState({ id, sha }: DraftEnvelope) {
  await changeDraft(id, ({ stored, revisions }) =>
    hasMembers(stored) && stored['sha'] === sha
      ? { result: undefined, remove: true, drop: revisions }
      : { result: undefined },
  )
  announceDraftChange(id)
}

async function changeReadable(id: string, change: (draft: DraftEnvelope) => DraftEnvelope) {
  await changeDraft(id, ({ stored }) => {
    const kept = readKept(stored)
    if (kept.kind !== 'readable') return { result: undefined }
    const draft = change({ ...kept.draft, rev: kept.draft.rev + 1 })
    return { result: undefined, put: seal(draft) }
  })
  announceDraftChange(id)
}

/** Stores the same again under "… (copy)"; gives the copy's id, or null when there is nothing to copy. */
export async function duplicateDraft(id: string): Promise<string | null> {
  const kept = await readDraft(id)
  if (kept?.kind !== 'readable') return null
  const { place: environment, texts } = kept.draft
  return addDraft({ name: `${draftTitle(kept.draft)} (copy)`, place: environment, texts })
}

/** A deleted draft with its history, as long as that can be taken back. */
export type DeletedDraft = {
  id: string
  row: Row | null
  history: DraftEnvelope[]
  /** What a closed page had left of it. */
  left: UnloadBackup | null
}

/** Removes a draft and its history; null when there is none. `restoreDraft` takes it back. */
export async function deleteDraft(id: string): Promise<DeletedDraft | null> {
  const left = latestBackup(id)
  const { row, history } = await removeStored(id).catch((error: unknown) => {
    // Of what is in no database nothing else can be removed.
    if (left?.base === 0 && error instanceof StorageFailure) return { row: null, history: [] }
    throw error
  })
  dropBackups(id)
  announceDraftChange(id)
  return row || left ? { id, row, history, left } : null
}

async function removeStored(id: string) {
  const history = await draftHistory(id)
  const row = await changeDraft(id, ({ stored, revisions }) => ({
    result: stored,
    remove: true,
    drop: revisions,
  }))
  return { row: isRow(row) ? row : null, history }
}

/** Brings a deleted draft back as it was, unless it is there again. */
export async function restoreDraft({ id, row, history, left }: DeletedDraft) {
  if (row) {
    await changeDraft(id, ({ stored }) =>
      stored === undefined
        ? { result: undefined, put: row, keep: history.map(seal) }
        : { result: undefined },
    )
  }
  if (left) writeBackup(left)
  announceDraftChange(id)
}

function isRow(stored: unknown): stored is Row {
  return hasMembers(stored) && typeof stored['id'] === 'string'
}

/** Earlier states of a draft, the newest first. What cannot be read is left out. */
export async function draftHistory(id: string): Promise<DraftEnvelope[]> {
  return (await storedHistory(id))
    .map(readKept)
    .flatMap((kept) => (kept.kind === 'readable' ? [kept.draft] : []))
    .toSorted((a, b) => b.rev - a.rev)
}
