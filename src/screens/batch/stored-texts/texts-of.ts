import type { TaskDetails } from '#contract/task-details.ts'
import { sameLine } from '#html/compare/escaped-text.ts'
import { sameDom } from '#html/compare/same-dom.ts'
import { fields, labelOf, taskTexts } from '#drafts/fields.ts'
import { textsOfAnswer } from '#drafts/texts-of-answer.ts'
import type { TaskTexts } from '#drafts/task-texts.ts'

/** The texts of a stored batch as a form holds them. */
export function textsOf(details: TaskDetails): TaskTexts {
  const { taskTitle, introduction, steps } = textsOfAnswer({ task_details: details })
  return { taskTitle, introduction, steps }
}

export type DifferingText = {
  name: string
  /** The title is a line of text; the others are HTML. */
  isHtml: boolean
  before: string
  after: string
}

/** The texts that are not the same in both, to the byte, in the order of the screen. */
export function differingTexts(before: TaskDetails, after: TaskDetails): DifferingText[] {
  const one = textsOf(before)
  const other = textsOf(after)
  return taskTexts
    .filter((text) => one[text] !== other[text])
    .map((text) => ({
      name: labelOf(text),
      isHtml: fields[text].kind === 'html',
      before: one[text],
      after: other[text],
    }))
}

/**
 * The texts that do not mean the same in both. An environment may write the same HTML in another way, such as
 * `&amp;` for `&`: what participants read is no other for it.
 */
export function textsOfOtherMeaning(before: TaskDetails, after: TaskDetails) {
  return differingTexts(before, after).filter(
    ({ isHtml, before: one, after: other }) =>
      !(isHtml ? meansTheSame(one, other) : sameLine(one, other)),
  )
}

/** Whether all three texts are the same, to the byte. */
export function sameTexts(one: TaskDetails, other: TaskDetails) {
  return differingTexts(one, other).length === 0
}

/** Whether all three texts mean the same. */
export function sameMeaning(one: TaskDetails, other: TaskDetails) {
  return textsOfOtherMeaning(one, other).length === 0
}

/** "Task title", "Task title and Steps", "Task title, Introduction and Steps". */
export function namesOf(texts: readonly DifferingText[]) {
  const names = texts.map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

/** What cannot be read is not known to mean the same. */
function meansTheSame(before: string, after: string) {
  try {
    return sameDom(before, after)
  } catch {
    return false
  }
}
