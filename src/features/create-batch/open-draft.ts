import type { Place } from '#contract/place.ts'
import type { DraftKeeper } from '#storage/draft-keeper.ts'
import { blankTexts } from '#storage/stored-draft.ts'
import type { BatchDraft } from './batch-draft.ts'
import { fieldId } from './batch-draft.ts'

export type OpenedDraft = {
  texts: BatchDraft
  /** When the restored draft was saved, in milliseconds since 1970; null when there was none. */
  restoredFrom: number | null
  /** Workspace and dataset were left behind, because they were chosen in the other place. */
  leftIds: boolean
}

/**
 * The draft to begin with: what an earlier visit left, and on top of it what was typed into the page
 * before its script arrived. Only in a browser; elsewhere it is blank.
 */
export function openDraft(keeper: DraftKeeper, place: Place): OpenedDraft {
  if (typeof document === 'undefined')
    return { texts: blankTexts, restoredFrom: null, leftIds: false }
  const stored = keeper.load()
  const elsewhere = stored !== null && stored.place !== place
  const texts = { ...blankTexts, ...stored?.texts, ...typedEarly() }
  const leftIds = elsewhere && (texts.workspaceId !== '' || texts.datasetId !== '')
  return {
    texts: elsewhere ? { ...texts, workspaceId: '', datasetId: '' } : texts,
    restoredFrom: stored?.savedAt ?? null,
    leftIds,
  }
}

/** The form is in the page as HTML first, and somebody may have begun to write in it. */
function typedEarly(): Partial<BatchDraft> {
  const typed: Partial<BatchDraft> = {}
  for (const field of ['taskTitle', 'batchName'] as const) {
    const control = document.getElementById(fieldId(field))
    if (control instanceof HTMLInputElement && control.value !== '') typed[field] = control.value
  }
  return typed
}
