import * as z from 'zod/mini'
import { TaskDetails } from '#contract/task-details.ts'
import { Environment } from '#contract/environment.ts'
import { editDraftId, holdsNothing } from '#drafts/store/batch-edit.ts'
import { announceDraftChange } from '#drafts/store/draft-changes.ts'
import { nextEnvelope, sameContent } from '#drafts/store/draft-envelope.ts'
import { changeDraft, type DraftChange } from '#drafts/store/draft-rows.ts'
import { readKept, seal } from '#drafts/store/read-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { localStore } from '#storage/local-store.ts'

const PREFIX = 'batch-composer.edit.'

/**
 * Where versions before 0.5 kept a change of a batch's texts: one for the batch, or, with the id of an
 * editor, several.
 */
const KEY = /^batch-composer\.edit\.(practice|prolific)\.(.+?)(?:#[0-9a-f]{32})?$/

const StoredEdit = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** The stored texts that the change began from. */
  base: TaskDetails,
  texts: TaskDetails,
})

type UnsavedEdit = z.infer<typeof StoredEdit> & {
  key: string
  raw: string
  place: Environment
  batchId: string
}

/**
 * Makes the changes of batches that earlier versions kept in local storage drafts of those batches. The
 * last one becomes the draft, the others go into its history. Rejects when the database cannot be used;
 * what is not stored there stays where it is.
 */
export async function adoptUnsavedEdits() {
  const oldestFirst = unsavedEdits().toSorted((one, other) => one.savedAt - other.savedAt)
  for (const edit of oldestFirst) {
    const { place: environment, batchId, key, raw } = edit
    const id = editDraftId(environment, batchId)
    // One after the other, because each builds on what is stored.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await changeDraft(id, ({ stored }) => adopt(edit, id, stored), 'strict'))) continue
    // A window of the earlier version may have kept another one since.
    if (localStore.readText(key) === raw) localStore.remove(key)
    announceDraftChange(id)
  }
}

/** Stores a change before or after what is stored by then. Its result is false where that is unreadable. */
function adopt(edit: UnsavedEdit, id: string, stored: unknown): DraftChange<boolean> {
  const { place: environment, batchId, base, texts, savedAt } = edit
  const kept = stored === undefined ? null : readKept(stored)
  if (kept && kept.kind !== 'readable') return { result: false }
  const present = kept?.draft ?? null
  const content = {
    place: environment,
    texts: {
      ...blankTexts,
      batchName: present?.texts.batchName ?? '',
      taskTitle: texts.task_name,
      introduction: texts.task_introduction,
      steps: texts.task_steps,
    },
    of: { place: environment, batchId, base },
  }
  const adopted = nextEnvelope(present, { ...content, id, tab: '' }, savedAt)
  if (holdsNothing(content) || (present && sameContent(present, adopted))) return { result: true }
  if (!present) return { result: true, put: seal(adopted) }
  if (present.updatedAt <= savedAt) {
    return { result: true, put: seal(adopted), keep: [seal(present)] }
  }
  const after = seal({ ...present, rev: adopted.rev + 1 })
  return { result: true, put: after, keep: [seal(adopted)] }
}

function unsavedEdits(): UnsavedEdit[] {
  return localStore.keys(PREFIX).flatMap((key) => readEdit(key) ?? [])
}

function readEdit(key: string): UnsavedEdit | null {
  const [, place, batchId] = KEY.exec(key) ?? []
  const raw = localStore.readText(key)
  const edit = localStore.readJson(key, StoredEdit)
  if (!batchId || raw === null || !edit) return null
  return { ...edit, key, raw, place: Environment.parse(place), batchId }
}
