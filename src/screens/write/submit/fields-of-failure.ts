import type { ApiFailure } from '#api/api-error.ts'
import type { FieldName } from '#drafts/store/draft-fields.ts'
import { wordIssue } from '#contract/questions/written-questions.ts'

/** What a backend has against one field, in its own words. */
export type FieldRefusal = { field: FieldName; message: string }

/** A map, because a backend may name a field like a member that every object has. */
const fieldOfPath: ReadonlyMap<string, FieldName> = new Map([
  ['name', 'batchName'],
  ['workspace_id', 'workspaceId'],
  ['dataset_id', 'datasetId'],
  ['batch_items', 'questions'],
  ['task_details.task_name', 'taskTitle'],
  ['task_details.task_introduction', 'introduction'],
  ['task_details.task_steps', 'steps'],
])

/**
 * What a refusal says about single fields, in our names for them. Faults of the questions come with
 * their place; a missing workspace or dataset is recognised by the words, because the API then names no
 * field. Empty when the refusal is about nothing that can be pointed at.
 */
export function fieldsOfFailure(failure: ApiFailure): FieldRefusal[] {
  if (failure.kind === 'missing') return failure.feature ? [] : fieldNamedIn(failure.detail)
  if (failure.kind !== 'rejected') return []

  const refused = Object.entries(failure.fields).flatMap(([path, messages]) => {
    const field = fieldAt(path)
    return field ? [{ field, message: messages.join(' ') || 'Refused, without a reason.' }] : []
  })
  if (failure.issues.length > 0) {
    refused.push({ field: 'questions', message: failure.issues.map(wordIssue).join(' ') })
  }
  return refused.length > 0 ? refused : fieldNamedIn(failure.detail)
}

/** What a refusal names that is no field of the screen, by the API's own path. */
export function unknownFieldsIn(failure: ApiFailure) {
  if (failure.kind !== 'rejected') return []
  return Object.keys(failure.fields).filter((path) => fieldAt(path) === undefined)
}

function fieldAt(path: string) {
  return (
    fieldOfPath.get(path) ??
    fieldOfPath.get(path.split('.').slice(0, 2).join('.')) ??
    fieldOfPath.get(path.split('.')[0] ?? '')
  )
}

function fieldNamedIn(words: string): FieldRefusal[] {
  if (/\bworkspace\b/i.test(words)) return [{ field: 'workspaceId', message: words }]
  if (/\bdataset\b/i.test(words)) return [{ field: 'datasetId', message: words }]
  return []
}
