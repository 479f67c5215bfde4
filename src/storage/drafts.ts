import { hasMembers } from '#contract/json-value.ts'
import { newId } from '#contract/new-id.ts'
import type { Place } from '#contract/place.ts'
import { announceDraftChange } from './draft-changes.ts'
import {
  draftTitle,
  nextEnvelope,
  type CreatedBatch,
  type DraftEnvelope,
} from './draft-envelope.ts'
import { draftShelf, type Row } from './draft-shelf.ts'
import { dropLeftover } from './last-gasp.ts'
import { readKept, seal, type KeptDraft } from './read-draft.ts'
import type { DraftTexts } from './stored-draft.ts'

export type NewDraft = {
  /** '' for a draft that goes by its batch name. */
  name: string
  /** Where its workspace and dataset were chosen. */
  place: Place
  texts: DraftTexts
}

/**
 * Stores a new draft and gives its id: it is open at `/<place>/new?draft=<id>`. Rejects when the
 * browser has no room for it; a browser that stores nothing keeps it as long as this page lives.
 */
export async function addDraft({ name, place, texts }: NewDraft): Promise<string> {
  const id = newId()
  const draft = { ...nextEnvelope(null, { id, tab: '', place, texts }), name }
  const shelf = await draftShelf()
  await shelf.change(id, () => ({ result: undefined, put: seal(draft) }))
  announceDraftChange(id)
  return id
}

/** Every draft of this browser, the last changed first; what cannot be read comes last. */
export async function listDrafts(): Promise<KeptDraft[]> {
  const shelf = await draftShelf()
  const kept = (await shelf.all()).map(readKept)
  return kept.toSorted((a, b) => changedAt(b) - changedAt(a))
}

function changedAt(kept: KeptDraft) {
  return kept.kind === 'readable' ? kept.draft.updatedAt : 0
}

/** One draft; null when this browser has none by that id. */
export async function readDraft(id: string): Promise<KeptDraft | null> {
  const shelf = await draftShelf()
  const stored = await shelf.one(id)
  return stored === undefined ? null : readKept(stored)
}

/** Gives a draft another name; '' lets it go by its batch name again. */
export async function renameDraft(id: string, name: string) {
  await changeReadable(id, (draft) => ({ ...draft, name }))
}

/** Marks a draft as the batch that it became: from then on it is no open work. */
export async function markCreated(id: string, { place, id: batch }: Omit<CreatedBatch, 'at'>) {
  await changeReadable(id, (draft) => ({ ...draft, batch: { place, id: batch, at: Date.now() } }))
}

async function changeReadable(id: string, change: (draft: DraftEnvelope) => DraftEnvelope) {
  const shelf = await draftShelf()
  await shelf.change(id, ({ stored }) => {
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
  const { place, texts } = kept.draft
  return addDraft({ name: `${draftTitle(kept.draft)} (copy)`, place, texts })
}

/** A deleted draft with its history, as long as that can be taken back. */
export type DeletedDraft = { id: string; row: Row; history: DraftEnvelope[] }

/** Removes a draft and its history; null when there is none. `restoreDraft` takes it back. */
export async function deleteDraft(id: string): Promise<DeletedDraft | null> {
  const shelf = await draftShelf()
  const history = await draftHistory(id)
  const row = await shelf.change(id, ({ stored, revisions }) => ({
    result: stored,
    remove: true,
    drop: revisions,
  }))
  dropLeftover(id)
  announceDraftChange(id)
  return isRow(row) ? { id, row, history } : null
}

/** Brings a deleted draft back as it was, unless it is there again. */
export async function restoreDraft({ id, row, history }: DeletedDraft) {
  const shelf = await draftShelf()
  await shelf.change(id, ({ stored }) =>
    stored === undefined
      ? { result: undefined, put: row, keep: history.map(seal) }
      : { result: undefined },
  )
  announceDraftChange(id)
}

function isRow(stored: unknown): stored is Row {
  return hasMembers(stored) && typeof stored['id'] === 'string'
}

/** Earlier states of a draft, the newest first. What cannot be read is left out. */
export async function draftHistory(id: string): Promise<DraftEnvelope[]> {
  const shelf = await draftShelf()
  return (await shelf.history(id))
    .map(readKept)
    .flatMap((kept) => (kept.kind === 'readable' ? [kept.draft] : []))
    .toSorted((a, b) => b.rev - a.rev)
}
