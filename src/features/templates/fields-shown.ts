import type { BatchItems } from '#contract/batch-items.ts'

/** The fields of a dataset that questions show, each once, in the order of the screen. */
export function fieldsShown(questions: BatchItems): string[] {
  const items = questions.flatMap(({ rows }) =>
    rows.flatMap(({ columns }) => columns.flatMap((column) => column.items)),
  )
  return [...new Set(items.flatMap((item) => (item.type === 'dataset_field' ? [item.field] : [])))]
}
