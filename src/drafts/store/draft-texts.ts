import { profileNames } from '#html/profile/profile-names.ts'
import * as z from 'zod/mini'
import { hasMembers } from '#contract/json-value.ts'
import {
  blanks,
  byKind,
  type FieldKey,
  type FieldName,
  fieldOrder,
  fields,
  idFields,
} from '#drafts/fields.ts'

/**
 * The texts of one task as they stand on the screen; HTML as strings, questions as JSON text. A
 * switch or a profile that an earlier version did not store, or that is not known, is what a new draft
 * begins with. A new field of another kind needs a migration: see `draft-migrations.ts`.
 */
export const DraftTexts = z.object(
  byKind({
    line: z.string(),
    html: z.string(),
    json: z.string(),
    id: z.string(),
    switch: z.catch(z.boolean(), blanks.switch),
    profile: z.catch(z.enum(profileNames), blanks.profile),
  }),
)
export type DraftTexts = z.infer<typeof DraftTexts>

export const blankTexts: DraftTexts = byKind(blanks)

/** Whether a field holds nothing. Editors report an empty document as ''. */
export function isBlankField(field: FieldKey, texts: DraftTexts) {
  const value = texts[field]
  return (typeof value === 'string' ? value.trim() : value) === blankTexts[field]
}

/** The fields in which there is more than in a new draft, in the order of the screen. */
export function filledFields(texts: DraftTexts): FieldName[] {
  return fieldOrder.filter((field) => texts[field] !== blankTexts[field])
}

/** Whether nothing was written yet. What can be chosen by itself does not count. */
export function isBlank(texts: DraftTexts) {
  return fieldOrder.every((field) => fields[field].choosesItself || isBlankField(field, texts))
}

/**
 * What a form holds by the time a stored draft arrives in it: it wins for its field. A workspace that
 * chose itself does not, and a batch name that only follows the title does not either.
 */
export function typedMeanwhile(form: DraftTexts, stored: DraftTexts): Partial<DraftTexts> {
  const isSuggested = form.batchName === form.taskTitle && stored.batchName !== ''
  return Object.fromEntries(
    fieldOrder
      .filter((field) => !fields[field].choosesItself && form[field] !== blankTexts[field])
      .filter((field) => !(field === 'batchName' && isSuggested))
      .map((field) => [field, form[field]]),
  )
}

/** Whether there are ids that mean nothing in another environment than that of their choice. */
export function hasEnvironmentIds(texts: DraftTexts) {
  return idFields.some((field) => texts[field] !== '')
}

/** The texts without those ids. */
export function withoutEnvironmentIds(texts: DraftTexts): DraftTexts {
  const left = { ...texts }
  for (const field of idFields) left[field] = ''
  return left
}

/**
 * Whether a field stays out of what version 0.4.0 has to read or has signed: it came later, and no use
 * was made of it.
 */
export function isLeftOut(field: FieldKey, texts: DraftTexts) {
  return fields[field].later === true && isBlankField(field, texts)
}

/**
 * The texts that can still be read of a damaged draft, or of one that a newer version wrote: whatever is
 * a text under its name. Null when there is none.
 */
export function remainingTexts(stored: unknown): DraftTexts | null {
  const texts = hasMembers(stored) && hasMembers(stored['texts']) ? stored['texts'] : {}
  const found = Object.entries(DraftTexts.shape).flatMap(([field, schema]) => {
    const { data } = schema.safeParse(Object.hasOwn(texts, field) ? texts[field] : undefined)
    return data === undefined ? [] : [[field, data]]
  })
  const whole = DraftTexts.safeParse({ ...blankTexts, ...Object.fromEntries(found) }).data
  return whole && !isBlank(whole) ? whole : null
}
