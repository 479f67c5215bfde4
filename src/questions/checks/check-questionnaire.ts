import { isQuestion } from '#contract/questions/question-item.ts'
import { itemsOf, typeOf, type LayoutPage } from '#questions/layout/read-layout.ts'
import { checkItem } from './check-item.ts'
import { textOf, type Finding } from './finding.ts'

/**
 * What may be better in a questionnaire, in reading order. None of it is a fault: what the API refuses
 * is found by `checkBatchItems`.
 *
 * @param columns the columns that the dataset can show; null when it can show none; undefined when that
 *   is not known
 */
export function checkQuestionnaire(
  pages: readonly LayoutPage[],
  columns?: readonly string[] | null,
): Finding[] {
  return [
    ...itemsOf(pages).flatMap(checkItem),
    ...(columns === null ? [] : pages.flatMap(checkPage)),
    ...checkColumns(pages, columns ?? []),
  ]
}

function checkPage(page: LayoutPage, index: number): Finding[] {
  const types = itemsOf([page]).map(({ item }) => typeOf(item))
  const asks = types.some((type) => isQuestion({ type }))
  if (page.position !== 'body' || !asks || types.includes('dataset_field')) return []
  return [
    {
      kind: 'nothing-of-item',
      at: { page: index },
      sentence: 'This page shows nothing of the item that it asks about.',
    },
  ]
}

function checkColumns(pages: readonly LayoutPage[], columns: readonly string[]): Finding[] {
  const shown = new Set(itemsOf(pages).map(({ item }) => textOf(item, 'field')))
  const hidden = columns.filter((column) => !shown.has(column))
  if (hidden.length === 0 || pages.length === 0) return []
  const names = hidden.map((name) => `“${name}”`)
  const last = names.pop() ?? ''
  const all = names.length === 0 ? last : `${names.join(', ')} and ${last}`
  const be = names.length === 0 ? 'is a column' : 'are columns'
  return [{ kind: 'not-shown', at: null, sentence: `${all} ${be} that participants never see.` }]
}
