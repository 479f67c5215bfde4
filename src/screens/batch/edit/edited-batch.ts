import * as z from 'zod/mini'
import { encodeBody } from '#api/http.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { checkBatchItems } from '#contract/questions/batch-items.ts'
import { valueOfWritten, wordIssue } from '#contract/questions/written-questions.ts'
import { valueAt } from '#contract/json-value.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { TaskTexts } from '#drafts/task-texts.ts'
import { byteLength } from '#html/parse/limits.ts'
import { faultsInWords } from '#questions/json/json-problems.ts'
import { asksNothing, itemsOf, type BatchContent } from './batch-content.ts'

const Values = z.extend(TaskTexts, {
  questions: DraftTexts.shape.questions,
  datasetId: DraftTexts.shape.datasetId,
})

/** What is in the form of a batch that is being changed. */
export type EditedBatch = z.infer<typeof Values>

/** More than anybody reads. */
const MOST_FAULTS = 20

/**
 * What may be stored as the new texts, questions and dataset of a batch: good ones that fit into one request
 * together.
 *
 * @param before what the change began from: what is stored already stands in nobody's way
 */
export function editedBatch({ questions, dataset }: Omit<BatchContent, 'texts'>) {
  return Values.check(
    z.superRefine((edited, context) => {
      const changed = edited.questions !== questions
      for (const message of changed ? newFaults(edited.questions, questions) : []) {
        context.addIssue({ code: 'custom', path: ['questions'], message })
      }
      if (dataset !== '' && edited.datasetId === '') {
        const message = 'Choose a dataset. It can be changed, but not removed from the batch.'
        context.addIssue({ code: 'custom', path: ['datasetId'], message })
      }
      const request = {
        task_details: toTaskDetails(edited),
        ...(changed && { batch_items: itemsOf(edited.questions) }),
      }
      if (byteLength(encodeBody(request)) <= MAX_BODY_BYTES) return
      const what = changed ? 'All texts and questions' : 'All texts'
      const message = `${what} together are longer than 1 MB. Shorten them.`
      context.addIssue({ code: 'custom', path: ['steps'], message })
    }),
  )
}

/** The faults of questions, without those of items that are stored with the same faults. */
function newFaults(written: string, stored: string): string[] {
  // Whoever removes them all is warned when they save.
  if (asksNothing(written)) return []
  const value = valueOfWritten(written)
  if (value === null) return faultsInWords(written)
  const known = new Set(faultsOf(valueOfWritten(stored)).map(({ key }) => key))
  return faultsOf(value)
    .filter(({ key }) => !known.has(key))
    .slice(0, MOST_FAULTS)
    .map(({ message }) => message)
}

/** The faults of a layout; the key of each is the same wherever the same item has it. */
function faultsOf(value: unknown) {
  return checkBatchItems(value).map((issue) => {
    const { page, row, column, item, message } = issue
    const at = valueAt(value, [page, 'rows', row, 'columns', column, 'items', item])
    return { message: wordIssue(issue), key: JSON.stringify([message, at]) }
  })
}
