import type { ApiFailure } from '#api/api-error.ts'
import type { FieldName } from '#storage/draft-fields.ts'
import { wordIssue } from '#contract/written-questions.ts'

/** What a backend has against one field, in its own words. */
export type FieldRefusal = { field: FieldName; message: string }

const fieldOfPath: Readonly<Record<string, FieldName>> = {
  name: 'batchName',
  workspace_id: 'workspaceId',
  dataset_id: 'datasetId',
  batch_items: 'questions',
  'task_details.task_name': 'taskTitle',
  'task_details.task_introduction': 'introduction',
  'task_details.task_steps': 'steps',
}

/**
 * What a refusal says about single fields, in our names for them. Faults of the questions come with
 * their place; a missing workspace or dataset is recognised by the words, because the API then names no
 * field. Empty when the refusal is about nothing that can be pointed at.
 */
export function fieldsOfFailure(failure: ApiFailure): FieldRefusal[] {
  if (failure.kind === 'missing') return failure.feature ? [] : fieldNamedIn(failure.detail)
  if (failure.kind !== 'rejected') return []

  const refused = Object.entries(failure.fields).flatMap(([path, messages]) => {
    const field = fieldOfPath[path] ?? fieldOfPath[path.split('.')[0] ?? '']
    return field ? [{ field, message: messages.join(' ') }] : []
  })
  if (failure.issues.length > 0) {
    refused.push({ field: 'questions', message: failure.issues.map(wordIssue).join(' ') })
  }
  return refused.length > 0 ? refused : fieldNamedIn(failure.detail)
}

function fieldNamedIn(words: string): FieldRefusal[] {
  if (/\bworkspace\b/i.test(words)) return [{ field: 'workspaceId', message: words }]
  if (/\bdataset\b/i.test(words)) return [{ field: 'datasetId', message: words }]
  return []
}
