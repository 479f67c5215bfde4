import { checkBatchItems, NO_COLUMNS, UNKNOWN_COLUMN, type BatchItemsIssue } from './batch-items.ts'

/** A column that questions show and the dataset does not have, and the first item that shows it. */
export type MissingColumn = { name: string } & Pick<
  BatchItemsIssue,
  'page' | 'row' | 'column' | 'item'
>

/**
 * The columns that questions show and the dataset does not have, each once, in reading order.
 *
 * @param value the questions, of any shape
 * @param columns the names of the columns that the dataset has; null when it has none that questions
 *   can show; undefined when that is not known, and then nothing is missing
 */
export function missingColumns(
  value: unknown,
  columns: readonly string[] | null | undefined,
): MissingColumn[] {
  if (columns === undefined) return []
  const found = new Map<string, MissingColumn>()
  for (const { message, field, page, row, column, item } of checkBatchItems(value, columns)) {
    const name = field ?? ''
    if ((message !== UNKNOWN_COLUMN && message !== NO_COLUMNS) || name === '') continue
    if (!found.has(name)) found.set(name, { name, page, row, column, item })
  }
  return [...found.values()]
}

/** What is said where such columns are found, as one sentence. */
export function missingColumnsInWords(
  missing: readonly MissingColumn[],
  columns: readonly string[] | null | undefined,
): string {
  const names = missing.map(({ name }) => `“${name}”`).join(', ')
  if (!columns) return `The questions show ${names}, but this dataset has no columns for questions.`
  return `The dataset has no column ${names}. It has: ${columns.join(', ')}.`
}
