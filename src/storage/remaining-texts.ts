import { hasMembers } from '#contract/json-value.ts'
import { blankTexts, DraftTexts, isBlank } from './stored-draft.ts'

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
