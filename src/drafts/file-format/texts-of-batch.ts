import type { Batch } from '#contract/read-batch.ts'
import type { Place } from '#contract/environment.ts'
import { withoutIds } from '#contract/questions/layout-items.ts'
import { blankTexts, type DraftTexts } from '#drafts/store/stored-draft.ts'

/**
 * A draft with the texts of an existing batch. Workspace and dataset come along only within the same
 * place: their ids mean nothing in the other one. Ids that the API gave to questions are its own and
 * are left behind.
 */
export function textsOfBatch(batch: Batch, from: Place, to: Place): DraftTexts {
  const samePlace = from === to
  return {
    ...blankTexts,
    taskTitle: batch.task_details?.task_name ?? '',
    introduction: batch.task_details?.task_introduction ?? '',
    steps: batch.task_details?.task_steps ?? '',
    questions: batch.batch_items ? JSON.stringify(withoutIds(batch.batch_items), null, 2) : '',
    batchName: batch.name,
    workspaceId: samePlace ? batch.workspace_id : '',
    datasetId: samePlace ? (batch.datasets[0]?.id ?? '') : '',
  }
}
