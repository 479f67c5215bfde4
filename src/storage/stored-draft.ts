import * as z from 'zod/mini'
import { Place } from '#contract/place.ts'

/** The texts of one task as they stand on the screen; HTML as strings, questions as JSON text. */
export const DraftTexts = z.object({
  taskTitle: z.string(),
  introduction: z.string(),
  steps: z.string(),
  datasetId: z.string(),
  questions: z.string(),
  batchName: z.string(),
  workspaceId: z.string(),
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
}

/** Whether nothing was written yet. A workspace may have been chosen by itself, so it does not count. */
export function isBlank({ workspaceId: _chosen, ...written }: DraftTexts) {
  return Object.values(written).every((text) => text.trim() === '')
}

/** One envelope under one key, so that a half-written pair of keys cannot happen. */
export const StoredDraft = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** Where workspace and dataset were chosen: their ids mean nothing in the other place. */
  place: Place,
  texts: DraftTexts,
})
export type StoredDraft = z.infer<typeof StoredDraft>
