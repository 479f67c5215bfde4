import { valueAt } from '#contract/json-value.ts'
import { describeQuestion, unreadable, type DescribedQuestion } from './describe-question.ts'

/** One screen of the questions and what is on it, in the order in which it is read. */
export type QuestionPage = { heading: string; items: readonly DescribedQuestion[] }

/**
 * What participants are asked, page by page, from `batch_items` of any shape: what cannot be read is
 * there as it is written, and nothing is left out. Needs a DOM.
 */
export function questionPages(questions: readonly unknown[] | null): QuestionPage[] {
  return (questions ?? []).map((page, index) => ({
    heading: `Page ${index + 1}${whenShown(valueAt(page, ['display_position']))}`,
    items: inside(page, 'rows', (row) =>
      inside(row, 'columns', (column) =>
        inside(column, 'items', (item) => [describeQuestion(item)]),
      ),
    ),
  }))
}

function inside(
  value: unknown,
  member: string,
  read: (value: unknown) => DescribedQuestion[],
): DescribedQuestion[] {
  const members = valueAt(value, [member])
  return Array.isArray(members) ? members.flatMap(read) : [unreadable(value)]
}

function whenShown(position: unknown) {
  if (position === 'intro') return ', shown once at the start'
  return position === 'outro' ? ', shown once at the end' : ''
}
