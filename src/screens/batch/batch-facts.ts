import { itemsOf } from '#api/batches.ts'
import type { Batch } from '#contract/answers.ts'

export type BatchFacts = {
  hasDataset: boolean
  hasQuestions: boolean
  /** Rows of all its datasets; null when one of them is not known. */
  items: number | null
}

/**
 * What a stored batch says about itself, in the terms of this page. A batch whose counts cannot be
 * read is taken to have questions: then the backend decides, not a guess of ours.
 */
export function batchFacts(batch: Batch): BatchFacts {
  return {
    hasDataset: batch.datasets.length > 0,
    hasQuestions: (batch.batch_items?.length ?? 0) > 0 || batch.total_instruction_count !== 0,
    items: itemsOf(batch),
  }
}
