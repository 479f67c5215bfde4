import { TaskDetails } from '#contract/task-details.ts'
import { putAt } from '#contract/json-value.ts'
import { pathOf, taskTexts } from './fields.ts'
import type { TaskTexts } from './task-texts.ts'

/** Texts as the API takes them: as written, but for halves of characters. */
export function toTaskDetails(texts: TaskTexts): TaskDetails {
  const request: { task_details?: unknown } = {}
  for (const field of taskTexts) putAt(request, pathOf(field), texts[field].toWellFormed())
  return TaskDetails.parse(request.task_details)
}
