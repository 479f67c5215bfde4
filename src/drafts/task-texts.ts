import * as z from 'zod/mini'
import { isBlankHtml } from '#html/parse/blank.ts'
import { byteLength, MAX_TEXT_BYTES } from '#html/parse/limits.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'

const notBlank = (message: string) => z.refine<string>((text) => text.trim() !== '', message)
const notEmptyHtml = (message: string) => z.refine<string>((html) => !isBlankHtml(html), message)
const notTooLong = (name: string) =>
  z.refine<string>(
    (text) => byteLength(text) <= MAX_TEXT_BYTES,
    `${name} is longer than ${MAX_TEXT_BYTES / 1024} KB. Shorten it, or link to a longer page.`,
  )

const { taskTitle, introduction, steps } = DraftTexts.shape

/**
 * What participants read, as a form asks for it: stricter than the API where we know better, because
 * nothing that looks empty to a participant is worth sending. The same words wherever texts are written.
 */
export const TaskTexts = z.object({
  taskTitle: taskTitle.check(
    notBlank('Write a task title. Participants see it as the heading.'),
    notTooLong('The task title'),
  ),
  introduction: introduction.check(
    notEmptyHtml('Write an introduction: what the task is about and how long it takes.'),
    notTooLong('The introduction'),
  ),
  steps: steps.check(
    notEmptyHtml('Write the steps: what participants do, in order.'),
    notTooLong('The text of the steps'),
  ),
})
export type TaskTexts = z.infer<typeof TaskTexts>
