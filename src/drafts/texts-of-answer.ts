import type { Environment } from '#contract/environment.ts'
import { valueAt } from '#contract/json-value.ts'
import { withoutIds } from '#contract/questions/layout-items.ts'
import type { Batch } from '#contract/answers.ts'
import { blankTexts, DraftTexts, withoutEnvironmentIds } from '#drafts/store/draft-texts.ts'
import { type FieldName, fieldOrder, fields, pathOf } from './fields.ts'

/**
 * What a request, or an answer in its shape, says as a draft holds it. Ids that the API gave to questions
 * are its own and are left behind; what is missing or of another type is blank.
 */
export function textsOfAnswer(answer: unknown): DraftTexts {
  const found = fieldOrder.map((field) => [field, held(field, valueAt(answer, pathOf(field)))])
  return DraftTexts.parse({ ...blankTexts, ...Object.fromEntries(found) })
}

/** A value of the API as a draft holds it; what a new draft begins with where it holds none like it. */
function held(field: FieldName, value: unknown): string | boolean {
  if (fields[field].kind === 'json') {
    return Array.isArray(value) ? JSON.stringify(withoutIds(value), null, 2) : ''
  }
  const blank = blankTexts[field]
  const isHeld = typeof value === 'string' || typeof value === 'boolean'
  return isHeld && typeof value === typeof blank ? value : blank
}

/**
 * A draft with the texts of an existing batch. Workspace and dataset come along only within the same
 * place: their ids mean nothing in the other one.
 */
export function textsOfBatch(batch: Batch, from: Environment, to: Environment): DraftTexts {
  const texts = textsOfAnswer({ ...batch, dataset_id: batch.datasets[0]?.id })
  return from === to ? texts : withoutEnvironmentIds(texts)
}
