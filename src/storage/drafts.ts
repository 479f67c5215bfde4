import { newId } from '#contract/new-id.ts'
import type { Place } from '#contract/place.ts'
import { announceDraftChange } from './draft-changes.ts'
import { SCHEMA, type DraftEnvelope } from './draft-envelope.ts'
import { draftShelf } from './draft-shelf.ts'
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
  const now = Date.now()
  const draft: DraftEnvelope = {
    kind: 'batch-draft',
    schema: SCHEMA,
    id,
    rev: 1,
    tab: '',
    createdAt: now,
    updatedAt: now,
    historyAt: now,
    name,
    place,
    texts,
  }
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
