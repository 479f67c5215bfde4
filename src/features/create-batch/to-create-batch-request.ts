import type { CreateBatchRequest } from '#contract/batch.ts'
import { asSent } from '#html/as-sent.ts'
import type { BatchDraft } from './batch-draft.ts'
import { wholeRequest } from './whole-request.ts'

/**
 * The request that a draft stands for: what is sent, what the Request tab shows and what the review
 * lists are all made here. Nothing unsafe gets in, and with `onlyKept` nothing that Prolific is not
 * taken to keep. Needs a DOM.
 */
export function toCreateBatchRequest(draft: BatchDraft): CreateBatchRequest {
  const { keeps, onlyKept } = draft
  return { ...wholeRequest(draft), task_details: asSent(draft, onlyKept ? keeps : undefined) }
}
