import * as z from 'zod/mini'
import { profileNames } from '#html/profile-names.ts'

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
