import type { ApiFailure } from '#api/api-error.ts'
import { fieldAt, type FieldName } from '#drafts/fields.ts'
import { wordIssue } from '#contract/questions/written-questions.ts'

/** What a backend has against one field, in its own words. */
export type FieldRefusal = { field: FieldName; message: string }

/**
 * What a refusal says about single fields, in our names for them. Faults of the questions come with
 * their place; a missing workspace or dataset is recognized by the words, because the API then names no
 * field. Empty when the refusal is about nothing that can be pointed at.
 */
export function fieldsOfFailure(failure: ApiFailure): FieldRefusal[] {
  if (failure.kind === 'missing') return failure.feature ? [] : fieldNamedIn(failure.detail)
  if (failure.kind !== 'rejected') return []

  const refused = Object.entries(failure.fields).flatMap(([path, messages]) => {
    const field = fieldAbout(path)
    return field ? [{ field, message: messages.join(' ') || 'Refused without a reason.' }] : []
  })
  if (failure.issues.length > 0) {
    refused.push({ field: 'questions', message: failure.issues.map(wordIssue).join(' ') })
  }
  return refused.length > 0 ? refused : fieldNamedIn(failure.detail)
}

/** What a refusal names that is no field of the screen, by the API's own path. */
export function unknownFieldsIn(failure: ApiFailure) {
  if (failure.kind !== 'rejected') return []
  return Object.keys(failure.fields).filter((path) => fieldAbout(path) === undefined)
}

/** The field at a path, or that something inside it belongs to. */
function fieldAbout(path: string) {
  const names = path.split('.')
  return (
    fieldAt.get(path) ?? fieldAt.get(names.slice(0, 2).join('.')) ?? fieldAt.get(names[0] ?? '')
  )
}

function fieldNamedIn(words: string): FieldRefusal[] {
  if (/\bworkspace\b/i.test(words)) return [{ field: 'workspaceId', message: words }]
  if (/\bdataset\b/i.test(words)) return [{ field: 'datasetId', message: words }]
  return []
}
