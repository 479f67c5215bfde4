import { type FieldName, fieldOrder, fields } from './fields.ts'
import { type DraftTexts, isBlankField } from '#drafts/store/draft-texts.ts'

/** The required fields that hold nothing yet. */
export function missingFields(texts: DraftTexts): FieldName[] {
  return fieldOrder.filter((field) => fields[field].required && isBlankField(field, texts))
}

/** "1 thing missing", "2 things missing". */
export function countMissing(missing: readonly FieldName[]) {
  return missing.length === 1 ? '1 thing missing' : `${missing.length} things missing`
}

/** The labels of missing fields as a list: "Steps, Workspace". */
export function nameMissing(missing: readonly FieldName[]) {
  return missing.map((field) => fields[field].label).join(', ')
}
