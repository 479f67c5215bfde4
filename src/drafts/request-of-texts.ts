import { CreateBatchRequest } from '#contract/batch.ts'
import { putAt } from '#contract/json-value.ts'
import { readQuestions } from '#contract/questions/written-questions.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import { type FieldName, fieldOrder, fields, pathOf } from './fields.ts'

/**
 * The request with all that was written in the draft, for its size: texts as written, but for halves of
 * characters, which have no bytes to be sent as. Questions that cannot be read are left out; the form
 * never sends those.
 */
export function wholeRequest(texts: DraftTexts): CreateBatchRequest {
  const request = {}
  for (const field of fieldOrder) putAt(request, pathOf(field), sent(field, texts[field]))
  // The contract puts the members into its order and knows their types.
  return CreateBatchRequest.parse(request)
}

/** What is sent of a field; undefined for what is left out. */
function sent(field: FieldName, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value || undefined
  const { kind, required } = fields[field]
  if (kind === 'json') return readQuestions(value).items ?? undefined
  const text = kind === 'id' ? value.trim() : value.toWellFormed()
  return text === '' && !required ? undefined : text
}
