import type { Environment } from '#contract/environment.ts'
import { formSwitches, lineFields } from '#drafts/fields.ts'
import type { UnloadBackup } from '#drafts/autosave/unload-backup.ts'
import {
  blankTexts,
  DraftTexts,
  hasEnvironmentIds,
  withoutEnvironmentIds,
} from '#drafts/store/draft-texts.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { fieldId } from '#screens/write/fields/form-fields.ts'

export type OpenedDraft = {
  texts: BatchDraft
  /** When the restored draft was saved, in milliseconds since 1970; null when there was none. */
  restoredFrom: number | null
  /** Workspace and dataset were left behind, because they were chosen in the other place. */
  leftIds: boolean
}

type StoredTexts = Pick<UnloadBackup, 'place' | 'texts' | 'at'>

/**
 * A stored draft as the form shows it, and on top of it what was typed into the page before its script
 * arrived. Null for a draft that begins.
 */
export function openDraft(
  stored: StoredTexts | null,
  environment: Environment,
  typed: Partial<DraftTexts> = {},
): OpenedDraft {
  const elsewhere = stored !== null && stored.place !== environment
  const texts = { ...blankTexts, ...(stored && DraftTexts.parse(stored.texts)), ...typed }
  const leftIds = elsewhere && hasEnvironmentIds(texts)
  return {
    texts: elsewhere ? withoutEnvironmentIds(texts) : texts,
    restoredFrom: stored?.at ?? null,
    leftIds,
  }
}

/**
 * What was typed before the script came: the form is in the page as HTML first. Only in a browser;
 * elsewhere nothing was.
 */
export function typedEarly(): Partial<DraftTexts> {
  if (typeof document === 'undefined') return {}
  const typed: Partial<DraftTexts> = {}
  for (const field of lineFields) {
    const control = document.getElementById(fieldId(field))
    if (control instanceof HTMLInputElement && control.value !== '') typed[field] = control.value
  }
  for (const field of formSwitches) {
    const control = document.getElementById(fieldId(field))
    if (control instanceof HTMLInputElement && control.checked)
      Object.assign(typed, { [field]: true })
  }
  return typed
}
