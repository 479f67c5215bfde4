import type { Place } from '#contract/place.ts'
import type { Batch } from '#contract/read-batch.ts'
import { textsOfBatch } from '#draft-files/texts-of-batch.ts'
import { addDraft } from '#storage/drafts.ts'

type Wanted = { name: string; keepsDataset: boolean }

/**
 * Stores a draft with the content of a batch, to the byte, and gives its id. Rejects when this browser
 * has no room for it.
 */
export async function duplicateAsDraft(place: Place, batch: Batch, wanted: Wanted) {
  const texts = textsOfBatch(batch, place, place)
  return addDraft({
    name: '',
    place,
    texts: {
      ...texts,
      batchName: wanted.name,
      datasetId: wanted.keepsDataset ? texts.datasetId : '',
    },
  })
}
