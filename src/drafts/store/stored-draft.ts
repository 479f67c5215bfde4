import * as z from 'zod/mini'
import { profileNames } from '#html/profile/profiles.ts'
import { hasMembers } from '#contract/json-value.ts'

/**
 * The texts of one task as they stand on the screen; HTML as strings, questions as JSON text. What is
 * missing in a draft that an earlier version stored, or not known, is what a new draft begins with.
 */
export const DraftTexts = z.object({
  taskTitle: z.string(),
  introduction: z.string(),
  steps: z.string(),
  datasetId: z.string(),
  questions: z.string(),
  batchName: z.string(),
  workspaceId: z.string(),
  /** What Prolific is taken to keep of the formatting. */
  keeps: z.catch(z.enum(profileNames), 'published'),
  /** Whether the rest is left out of what is sent. */
  onlyKept: z.catch(z.boolean(), false),
})
export type DraftTexts = z.infer<typeof DraftTexts>

export const blankTexts: DraftTexts = {
  taskTitle: '',
  introduction: '',
  steps: '',
  datasetId: '',
  questions: '',
  batchName: '',
  workspaceId: '',
  keeps: 'published',
  onlyKept: false,
}

/** Whether nothing was written yet. What can be chosen by itself does not count. */
export function isBlank({ workspaceId: _w, keeps: _k, onlyKept: _o, ...written }: DraftTexts) {
  return Object.values(written).every((text) => text.trim() === '')
}

/**
 * What a form holds by the time a stored draft arrives in it: it wins for its field. A workspace that
 * chose itself does not, and a batch name that only follows the title does not either.
 */
export function typedMeanwhile(form: DraftTexts, stored: DraftTexts): Partial<DraftTexts> {
  const { workspaceId: _chosen, keeps: _k, onlyKept: _o, ...written } = form
  const isSuggested = written.batchName === written.taskTitle && stored.batchName !== ''
  return Object.fromEntries(
    Object.entries(written).filter(
      ([field, text]) => text !== '' && !(field === 'batchName' && isSuggested),
    ),
  )
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
