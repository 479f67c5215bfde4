import {
  ChangedElsewhere,
  draftsWithData,
  dropDraftData,
  readDraftData,
  saveDraftData,
  type DraftData,
} from '#dataset/store/draft-data.ts'
import { dropUnusedFile } from '#dataset/store/kept-files.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { explainFault, faultOf } from '#storage/storage-fault.ts'

/**
 * The data of one draft as this window keeps it: states are stored one after the other, each based on the
 * one before, whatever `rev` they come with.
 */
export function keepData(draft: string) {
  let rev = 0
  let saving: Promise<unknown> = Promise.resolve()

  const store = async (data: DraftData, before: Promise<unknown>) => {
    await before.catch(() => undefined)
    const stored = await saveDraftData({ ...data, rev })
    rev = stored.rev
  }
  return {
    /** What is stored; null when there is nothing. Rejects with a StorageFailure. */
    read: async () => {
      const data = await readDraftData(draft)
      rev = data?.rev ?? 0
      return data
    },
    /** Rejects with ChangedElsewhere or a StorageFailure. */
    save: (data: DraftData): Promise<void> => {
      const stored = store(data, saving)
      saving = stored
      return stored
    },
    drop: async () => {
      rev = 0
      await dropDraftData(draft)
    },
  }
}

/** Why data could not be kept, and what to do. */
export function whyNotKept(error: unknown) {
  return error instanceof ChangedElsewhere
    ? 'Another window has changed this data. Reload the page to go on from there.'
    : explainFault[faultOf(error)]
}

/** A draft that was deleted can be brought back for a while, with its data. */
const DELETED_FOR_MS = 60 * 60_000

/**
 * Forgets the data of drafts that were deleted, whose files would take the room of others. What it
 * cannot do now it does another time.
 */
export async function dropLeftData(now = Date.now()): Promise<void> {
  for (const { draft, file, updatedAt } of await draftsWithData()) {
    if (now - updatedAt < DELETED_FOR_MS || (await readDraft(draft))) continue
    await dropDraftData(draft)
    await dropUnusedFile(file.sha)
  }
}
