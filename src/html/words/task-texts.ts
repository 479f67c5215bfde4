import * as z from 'zod/mini'
import { TaskDetails } from '#contract/batch.ts'
import { isBlankHtml } from '#html/parse/blank.ts'
import { MAX_TEXT_BYTES } from '#html/parse/limits.ts'

const notBlank = (message: string) => z.refine<string>((text) => text.trim() !== '', message)
const notEmptyHtml = (message: string) => z.refine<string>((html) => !isBlankHtml(html), message)
const notTooLong = (name: string) =>
  z.refine<string>(
    (text) => byteLength(text) <= MAX_TEXT_BYTES,
    `${name} is longer than ${MAX_TEXT_BYTES / 1024} KB. Shorten it, or link to a longer page.`,
  )

const { task_name, task_introduction, task_steps } = TaskDetails.shape

/**
 * What participants read, as a form asks for it: stricter than the API where we know better, because
 * nothing that looks empty to a participant is worth sending. The same words wherever texts are written.
 */
export const TaskTexts = z.object({
  taskTitle: task_name.check(
    notBlank('Write a task title. Participants see it as the heading.'),
    notTooLong('The task title'),
  ),
  introduction: task_introduction.check(
    notEmptyHtml('Write an introduction: what the task is about and how long it takes.'),
    notTooLong('The introduction'),
  ),
  steps: task_steps.check(
    notEmptyHtml('Write the steps: what participants do, in order.'),
    notTooLong('The text of the steps'),
  ),
})
export type TaskTexts = z.infer<typeof TaskTexts>

/** What each text is called on the screen, in the order of the screen. */
export const textNames: Readonly<Record<keyof TaskTexts, string>> = {
  taskTitle: 'Task title',
  introduction: 'Introduction',
  steps: 'Steps',
}

/** Texts as the API takes them: as written, but for halves of characters, which no bytes stand for. */
export function toTaskDetails({ taskTitle, introduction, steps }: TaskTexts): TaskDetails {
  return {
    task_name: taskTitle.toWellFormed(),
    task_introduction: introduction.toWellFormed(),
    task_steps: steps.toWellFormed(),
  }
}

/** Bytes of a text as it is sent (UTF-8). */
export function byteLength(text: string) {
  return new TextEncoder().encode(text).length
}
