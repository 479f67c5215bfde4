import { valueAt } from '#contract/json-value.ts'
import { askedItem, unreadable, type AskedItem } from './describe-question.ts'

/** One screen of the questions and what is on it, in the order in which it is read. */
export type AskedPage = { heading: string; items: readonly AskedItem[] }

/**
 * What participants are asked, page by page, from `batch_items` of any shape: what cannot be read is
 * there as it is written, and nothing is left out. Needs a DOM.
 */
export function askedPages(questions: readonly unknown[] | null): AskedPage[] {
  return (questions ?? []).map((page, index) => ({
    heading: `Page ${index + 1}${whenShown(valueAt(page, ['display_position']))}`,
    items: inside(page, 'rows', (row) =>
      inside(row, 'columns', (column) => inside(column, 'items', (item) => [askedItem(item)])),
    ),
  }))
}

function inside(
  value: unknown,
  member: string,
  read: (value: unknown) => AskedItem[],
): AskedItem[] {
  const members = valueAt(value, [member])
  return Array.isArray(members) ? members.flatMap(read) : [unreadable(value)]
}

function whenShown(position: unknown) {
  if (position === 'intro') return ', shown once at the start'
  return position === 'outro' ? ', shown once at the end' : ''
}
