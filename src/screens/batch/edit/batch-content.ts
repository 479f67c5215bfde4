import type { Batch } from '#contract/answers.ts'
import { hasMembers } from '#contract/json-value.ts'
import { isNestedTooDeeply, valueOfWritten } from '#contract/questions/written-questions.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { sameJson } from '#questions/layout/same-json.ts'
import { sameMeaning, sameTexts } from '#screens/batch/stored-texts/texts-of.ts'

/** What can be changed of a stored batch. */
export type BatchContent = {
  texts: TaskDetails
  /** As JSON with their ids, '' for none. */
  questions: string
  /** The id of the dataset, '' for none. */
  dataset: string
}

/** What is sent and compared as a whole. */
export type Part = keyof BatchContent

/**
 * The questions of a stored batch as they are edited; null where they cannot be: it has questions that
 * were not given, or that cannot be written down.
 */
export function writtenQuestions(
  batch: Pick<Batch, 'batch_items' | 'total_instruction_count'>,
): string | null {
  const { batch_items, total_instruction_count } = batch
  if (!batch_items || batch_items.length === 0) return total_instruction_count === 0 ? '' : null
  try {
    const written = JSON.stringify(batch_items, null, 2)
    return isNestedTooDeeply(written) ? null : written
  } catch {
    return null
  }
}

/** The id of the dataset of a stored batch, '' for none; null where it cannot be changed: it has several. */
export function datasetOf({ datasets }: Pick<Batch, 'datasets'>): string | null {
  return datasets.length > 1 ? null : (datasets[0]?.id ?? '')
}

/** Whether written questions are none at all: the builder leaves an empty list when its last page goes. */
export function asksNothing(questions: string) {
  return /^\s*(?:\[\s*\]\s*)?$/.test(questions)
}

/** Whether a change removes all questions that are stored. */
export function removesQuestions(before: BatchContent, after: BatchContent) {
  return !asksNothing(before.questions) && asksNothing(after.questions)
}

/** The questions as they are sent. Only for a text that was checked. */
export function itemsOf(questions: string): readonly unknown[] {
  const items = valueOfWritten(questions)
  return Array.isArray(items) ? items : []
}

/** The parts in which two contents differ. Other spaces in the JSON are no difference. */
export function changedParts(one: BatchContent, other: BatchContent): Part[] {
  const parts: Part[] = []
  if (!sameTexts(one.texts, other.texts)) parts.push('texts')
  if (!sameQuestions(one.questions, other.questions)) parts.push('questions')
  if (one.dataset !== other.dataset) parts.push('dataset')
  return parts
}

/** The parts of what is stored that mean something else than they did when a change began. */
export function changedSince(before: BatchContent, stored: BatchContent): Part[] {
  return changedParts(before, stored).filter(
    (part) => part !== 'texts' || !sameMeaning(before.texts, stored.texts),
  )
}

/** The parts of what is stored that are not what was sent, apart from what the API adds or rewrites. */
export function storedOtherwise(sent: BatchContent, stored: BatchContent): Part[] {
  return changedSince(sent, stored).filter(
    (part) =>
      part !== 'questions' || !storedAsSent(itemsOf(sent.questions), itemsOf(stored.questions)),
  )
}

/** `content` with some parts of another one. */
export function withParts(content: BatchContent, parts: readonly Part[], other: BatchContent) {
  return {
    texts: parts.includes('texts') ? other.texts : content.texts,
    questions: parts.includes('questions') ? other.questions : content.questions,
    dataset: parts.includes('dataset') ? other.dataset : content.dataset,
  }
}

/** Whether stored questions are those that were sent. The ids and nulls that they were given do not count. */
export function storedAsSent(sent: unknown, stored: unknown): boolean {
  if (!hasMembers(sent) || !hasMembers(stored)) return Object.is(sent, stored)
  if (Array.isArray(sent) !== Array.isArray(stored)) return false
  const given = Object.keys(stored).filter((name) => !Object.hasOwn(sent, name))
  return (
    given.every((name) => name === 'id' || stored[name] === null) &&
    Object.keys(sent).every(
      (name) => Object.hasOwn(stored, name) && storedAsSent(sent[name], stored[name]),
    )
  )
}

function sameQuestions(one: string, other: string) {
  return (
    one === other ||
    (one !== '' && other !== '' && sameJson(valueOfWritten(one), valueOfWritten(other)))
  )
}
