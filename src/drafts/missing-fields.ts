import { type FieldName, fieldOrder, fields } from './fields.ts'
import { type DraftTexts, isBlankField } from '#drafts/store/draft-texts.ts'

/** Something a task still needs: how much in a few words, what, and where it is written. */
export type Missing = { field: FieldName; count: string; names: string }

/** The required fields that hold nothing yet. */
export function missingFields(texts: DraftTexts): FieldName[] {
  return fieldOrder.filter((field) => fields[field].required && isBlankField(field, texts))
}

/** Required fields in words ("2 things missing", "Steps, Workspace"); null when there are none. */
export function unfilled(missing: readonly FieldName[]): Missing | null {
  const [field] = missing
  if (field === undefined) return null
  const count = missing.length === 1 ? '1 thing missing' : `${missing.length} things missing`
  return { field, count, names: missing.map((each) => fields[each].label).join(', ') }
}
