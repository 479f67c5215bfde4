import * as z from 'zod/mini'
import { TaskDetails } from '#contract/task-details.ts'
import { Environment } from '#contract/environment.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { isBlank, type DraftTexts } from './draft-texts.ts'

/** The stored batch that a draft changes, and what the change began from. */
export const EditOf = z.object({
  place: Environment,
  batchId: z.string(),
  /** The batch's texts. */
  base: TaskDetails,
  /**
   * The batch's questions as JSON, '' for none. Came after version 0.6: a draft without it changes no
   * questions, whatever its texts hold.
   */
  questions: z.optional(z.string()),
  /**
   * The id of the batch's dataset, '' for none. Came after `questions`: a draft without it changes no
   * dataset, whatever its texts hold.
   */
  dataset: z.optional(z.string()),
})
export type EditOf = z.infer<typeof EditOf>

/** What a form holds of a draft. `of`: the batch that it changes; left out or null for a new one. */
export type DraftContent = { place: Environment; texts: DraftTexts; of?: EditOf | null | undefined }

/**
 * The id of the draft in which a batch is changed: one for each batch, so that all windows
 * meet in it.
 */
export function editDraftId(environment: Environment, batchId: string) {
  return `edit-${environment}-${encodeURIComponent(batchId)}`
}

/** Where a batch is changed. */
export function editAddress({ place: environment, batchId }: Pick<EditOf, 'place' | 'batchId'>) {
  return `/${environment}/batches/${encodeURIComponent(batchId)}/edit`
}

/** Where the draft with this id is written in, if it changes a batch; null for any other draft. */
export function editAddressOf(draftId: string): string | null {
  const [, place, batchId] = /^edit-(practice|prolific)-(.+)$/.exec(draftId) ?? []
  return place && batchId ? `/${place}/batches/${batchId}/edit` : null
}

/** "Change to Pilot": what a change of a batch goes by. */
export function editTitle({ texts, of }: { texts: DraftTexts; of: EditOf }) {
  return `Change to ${texts.batchName.trim() || of.base.task_name.trim() || 'a batch'}`
}

/** Whether there is nothing to come back to: nothing was written, or nothing of the batch changed. */
export function holdsNothing({ texts, of }: Pick<DraftContent, 'texts' | 'of'>) {
  if (!of) return isBlank(texts)
  const keepsQuestions = of.questions === undefined || of.questions === texts.questions
  const keepsDataset = of.dataset === undefined || of.dataset === texts.datasetId
  return keepsQuestions && keepsDataset && sameDetails(of.base, toTaskDetails(texts))
}

/** Whether two drafts change the same batch and began from the same, or neither changes one. */
export function sameEdit(one: EditOf | null | undefined, other: EditOf | null | undefined) {
  if (!one || !other) return !one && !other
  return (
    one.place === other.place &&
    one.batchId === other.batchId &&
    one.questions === other.questions &&
    one.dataset === other.dataset &&
    sameDetails(one.base, other.base)
  )
}

function sameDetails(one: TaskDetails, other: TaskDetails) {
  return (
    one.task_name === other.task_name &&
    one.task_introduction === other.task_introduction &&
    one.task_steps === other.task_steps
  )
}
