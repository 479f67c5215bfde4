import { useDeferredValue } from 'react'
import { useWatch } from 'react-hook-form'
import type { BatchDraft } from './batch-draft.ts'
import type { DraftForm } from './draft-form.ts'

const whole = (draft: BatchDraft) => draft

/** The draft as it was a moment ago: for what is costly to show and must not hold up typing. */
export function useLateDraft(form: DraftForm) {
  return useDeferredValue(useWatch({ control: form.control, compute: whole }))
}
