import {
  afterInsert,
  afterTaking,
  inGap,
  type Change,
  type Gap,
  type ItemAddress,
} from './address.ts'
import { insertText, itemPath, rowOf, takeOut } from './change-items.ts'
import { textAt } from './json-text.ts'
import { refusal } from './may-hold.ts'
import { aroundItem, intoNewColumn } from './new-column.ts'
import { itemAt, readLayout, type LayoutPage } from './read-layout.ts'
import { sameJson } from './same-json.ts'

/** Where an item can be dropped: into a gap, or beside all that a row of one column holds. */
export type DropPlace = { gap: Gap } | { beside: { page: number; row: number }; column: 0 | 1 }

/**
 * Moves an item to a gap, which is counted before it moves. Alone in its row it takes the row along,
 * where it gets one of its own. Nothing changes where the page at the gap cannot hold it.
 */
export function move(source: string, from: ItemAddress, to: Gap): Change {
  const pages = readLayout(source)
  const page = pages?.[to.page]
  const item = pages && itemAt(pages, from)
  const text = textAt(source, itemPath(from))
  if (!page || item === undefined || text === null) return { source, at: null }
  if (refusal(page, item, from.page === to.page ? from : null)) return { source, at: from }
  const row = isAlone(pages, from)
    ? textAt(source, [from.page, 'rows', from.row])
    : rowText(source, text)
  const put = insertText(source, to, text, row ?? '')
  if (!put.at) return { source, at: from }
  const { source: moved, taken } = takeOut(put.source, afterInsert(from, to))
  const at = afterTaking(inGap(to), afterInsert(from, to), taken)
  // It was put where it was.
  return same(source, moved) ? { source, at: from } : { source: moved, at }
}

/** Moves an item one step up or down: in its column, past a row, or to the next page that can hold it. */
export function moveBy(source: string, from: ItemAddress, step: -1 | 1): Change {
  const pages = readLayout(source)
  const page = pages?.[from.page]
  const column = page?.rows[from.row]?.columns[from.column]
  if (!pages || !page || !column) return { source, at: null }
  const next = from.item + step
  if (next >= 0 && next < column.items.length) {
    return move(source, from, { ...from, item: step === 1 ? next + 1 : next })
  }
  if (!isAlone(pages, from)) {
    return move(source, from, { page: from.page, row: from.row + (step === 1 ? 1 : 0) })
  }
  const past = from.row + step
  if (past >= 0 && past < page.rows.length) {
    return move(source, from, { page: from.page, row: step === 1 ? past + 1 : past })
  }
  const item = itemAt(pages, from)
  for (let to = from.page + step; to >= 0 && to < pages.length; to += step) {
    const other = pages[to]
    if (other && !refusal(other, item)) {
      return move(source, from, { page: to, row: step === 1 ? 0 : other.rows.length })
    }
  }
  return { source, at: from }
}

/**
 * Puts an item in a column beside others: in the right column of its row, or, where it is alone in its
 * row, beside the row above, else beside the one below. Nothing changes where no row has room.
 */
export function putBeside(source: string, from: ItemAddress): Change {
  const pages = readLayout(source)
  const rows = pages?.[from.page]?.rows
  const row = rows?.[from.row]
  if (!pages || !rows || !row) return { source, at: null }
  if (!isAlone(pages, from)) {
    if (row.columns.length === 1)
      return intoNewColumn(source, from, { page: from.page, row: from.row }, 1)
    const right = row.columns[1]?.items.length ?? 0
    return from.column === 0
      ? move(source, from, { ...from, column: 1, item: right })
      : { source, at: from }
  }
  if (rows[from.row - 1]?.columns.length === 1)
    return intoNewColumn(source, from, { page: from.page, row: from.row - 1 }, 1)
  if (rows[from.row + 1]?.columns.length === 1)
    return intoNewColumn(source, from, { page: from.page, row: from.row + 1 }, 0)
  return { source, at: from }
}

/** Gives an item a row of its own, before or after the one that it shares with another column. */
export function fullWidth(source: string, from: ItemAddress): Change {
  const row = readLayout(source)?.[from.page]?.rows[from.row]
  if (!row || row.columns.length < 2) return { source, at: from }
  const isFirst = from.column === 0 && from.item === 0
  return move(source, from, { page: from.page, row: from.row + (isFirst ? 0 : 1) })
}

/** Moves an item to where it was dropped; the place is counted before it moves. */
export function drop(source: string, from: ItemAddress, place: DropPlace): Change {
  return 'gap' in place
    ? move(source, from, place.gap)
    : intoNewColumn(source, from, place.beside, place.column)
}

/** Whether an item can be put beside another one, and whether it can have the full width. */
export function widthsOf(source: string, at: ItemAddress) {
  return {
    beside: putBeside(source, at).source !== source,
    full: fullWidth(source, at).source !== source,
  }
}

function rowText(source: string, item: string) {
  return aroundItem(source, rowOf(null), item)
}

function isAlone(pages: readonly LayoutPage[], at: ItemAddress) {
  const columns = pages[at.page]?.rows[at.row]?.columns
  return columns?.length === 1 && columns[0]?.items.length === 1
}

function same(one: string, other: string) {
  const first: unknown = JSON.parse(one)
  return sameJson(first, JSON.parse(other))
}
