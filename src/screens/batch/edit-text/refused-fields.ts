import type { UseFormReturn } from 'react-hook-form'
import type { ApiFailure } from '#api/api-error.ts'
import type { TaskTexts } from '#html/words/task-texts.ts'

const paths = {
  taskTitle: 'task_details.task_name',
  introduction: 'task_details.task_introduction',
  steps: 'task_details.task_steps',
} as const

/** Puts what a backend has against single texts under their fields, in its own words. */
export function showRefusedFields(form: UseFormReturn<TaskTexts>, failure: ApiFailure) {
  if (failure.kind !== 'rejected') return
  for (const field of ['taskTitle', 'introduction', 'steps'] as const) {
    const messages = failure.fields[paths[field]]
    if (!messages) continue
    const message = messages.join(' ') || 'Refused, without a reason.'
    form.setError(field, { type: 'server', message })
  }
}
