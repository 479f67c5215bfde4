import { hasMembers } from '#contract/json-value.ts'
import { afterTaking, type Change, type ItemAddress } from './address.ts'
import { itemPath, takeOut } from './change-items.ts'
import { insertIn, removeFrom, textAt, textFor } from './json-text.ts'
import { refusal } from './may-hold.ts'
import { itemAt, readLayout } from './read-layout.ts'

/**
 * Moves an item into a column of its own, the left (0) or right (1) one, beside all that a row holds;
 * the row is counted before it moves. Nothing changes where the row has two columns or nothing else in
 * it, or where the page cannot hold the item.
 */
export function intoNewColumn(
  source: string,
  from: ItemAddress,
  to: { page: number; row: number },
  column: 0 | 1,
): Change {
  const pages = readLayout(source)
  const page = pages?.[to.page]
  const row = page?.rows[to.row]
  const text = textAt(source, itemPath(from))
  if (!pages || !page || !row || text === null) return { source, at: null }
  const isSamePage = from.page === to.page
  const isInRow = isSamePage && from.row === to.row
  const isAlone = isInRow && row.columns[0]?.items.length === 1
  const hasRoom = row.columns.length === 1 && !isAlone
  if (!hasRoom || refusal(page, itemAt(pages, from), isSamePage ? from : null)) {
    return { source, at: from }
  }
  const columns = [to.page, 'rows', to.row, 'columns']
  const put = insertIn(source, columns, column, aroundItem(source, { items: [null] }, text))
  const shifted = isInRow && from.column >= column ? { ...from, column: from.column + 1 } : from
  const { source: moved, taken } = takeOut(put, shifted)
  return { source: moved, at: afterTaking({ ...to, column, item: 0 }, shifted, taken) }
}

/** The text of a row or column with the text of an item in the place of its only `null`. */
export function aroundItem(source: string, value: unknown, item: string) {
  const lists = hasMembers(value) && 'columns' in value ? ['columns', 0, 'items'] : ['items']
  const around = textFor(source, value)
  return removeFrom(insertIn(around, lists, 0, item), lists, 1)
}
