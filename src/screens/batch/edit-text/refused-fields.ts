import type { UseFormReturn } from 'react-hook-form'
import type { ApiFailure } from '#api/api-error.ts'
import { pathOf, taskTexts } from '#drafts/fields.ts'
import type { TaskTexts } from '#drafts/task-texts.ts'

/** Puts what a backend has against single texts under their fields, in its own words. */
export function showRefusedFields(form: UseFormReturn<TaskTexts>, failure: ApiFailure) {
  if (failure.kind !== 'rejected') return
  for (const field of taskTexts) {
    const messages = failure.fields[pathOf(field).join('.')]
    if (!messages) continue
    const message = messages.join(' ') || 'Refused, without a reason.'
    form.setError(field, { type: 'server', message })
  }
}
