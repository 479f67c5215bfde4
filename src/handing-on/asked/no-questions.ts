import type { HandedTask } from '#handing-on/handed-task.ts'

/** What is said of a task in the place of its questions when there are none. */
export function noQuestions({ source }: HandedTask) {
  return source.kind === 'draft'
    ? 'There are no questions yet that can be sent.'
    : 'No questions came with this batch.'
}
