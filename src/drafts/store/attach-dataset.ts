import type { Environment } from '#contract/environment.ts'
import { announceDraftChange } from './draft-changes.ts'
import { nextEnvelope } from './draft-envelope.ts'
import { changeDraft, storedDraft } from './draft-rows.ts'
import { blankTexts } from './draft-texts.ts'
import { readKept, seal } from './read-draft.ts'

/**
 * Sees to it that a draft is stored, so that data can belong to it: a blank one by this id where there is
 * none. `name` is what a new one is called. Rejects with a StorageFailure.
 */
export async function ensureDraft(id: string, environment: Environment, name: string) {
  await changeDraft(
    id,
    ({ stored }) => {
      if (stored !== undefined) return { result: undefined }
      const texts = { ...blankTexts }
      const draft = nextEnvelope(null, { id, tab: '', place: environment, texts, name })
      return { result: undefined, put: seal(draft) }
    },
    'strict',
  )
  announceDraftChange(id)
}

/**
 * Makes a dataset that of a draft, with the state before it in the history. Gives false when the draft is
 * not there, cannot be read, or is about another environment, where the dataset's id means nothing.
 * Rejects with a StorageFailure.
 */
export async function attachDataset(
  id: string,
  environment: Environment,
  chosen: { datasetId: string; workspaceId: string },
): Promise<boolean> {
  const attached = await changeDraft(id, ({ stored }) => {
    const kept = readKept(stored)
    if (kept.kind !== 'readable' || kept.draft.place !== environment) return { result: false }
    const { draft } = kept
    const workspaceId = draft.texts.workspaceId || chosen.workspaceId
    const texts = { ...draft.texts, datasetId: chosen.datasetId, workspaceId }
    const next = nextEnvelope(draft, { id, tab: '', place: environment, texts })
    return { result: true, put: seal(next), keep: [seal(draft)] }
  })
  if (attached) announceDraftChange(id)
  return attached
}

/** The workspace that a draft names for an environment; '' when it names none. Rejects with a StorageFailure. */
export async function workspaceOfDraft(id: string, environment: Environment): Promise<string> {
  const kept = readKept(await storedDraft(id))
  if (kept.kind !== 'readable' || kept.draft.place !== environment) return ''
  return kept.draft.texts.workspaceId
}
