import type { CreateBatchRequest } from '#contract/batch.ts'
import { toTaskDetails } from '#html/words/task-texts.ts'
import type { DraftTexts } from '#drafts/store/stored-draft.ts'
import { readQuestions } from '#contract/questions/written-questions.ts'

/**
 * The request with all that was written in the draft, for its size: texts as written, but for halves of
 * characters, which have no bytes to be sent as. Questions that cannot be read are left out; the form
 * never sends those.
 */
export function wholeRequest(draft: DraftTexts): CreateBatchRequest {
  const datasetId = draft.datasetId.trim()
  const { items } = readQuestions(draft.questions)
  return {
    name: draft.batchName.toWellFormed(),
    workspace_id: draft.workspaceId.trim(),
    task_details: toTaskDetails(draft),
    ...(datasetId !== '' && { dataset_id: datasetId }),
    ...(items !== null && { batch_items: items }),
  }
}
