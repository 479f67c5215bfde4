import {
  ChangedElsewhere,
  dropDraftData,
  readDraftData,
  saveDraftData,
  type DraftData,
} from '#dataset/store/draft-data.ts'
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
