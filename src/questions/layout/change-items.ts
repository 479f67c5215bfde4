import { hasMembers } from '#contract/json-value.ts'
import type { BatchItem } from '#contract/questions/question-item.ts'
import { asKind } from '#questions/kinds/facts-of.ts'
import type { KindFacts } from '#questions/kinds/kind-facts.ts'
import { inGap, isRowGap, type Change, type Gap, type ItemAddress, type Taken } from './address.ts'
import {
  insertIn,
  lengthAt,
  removeFrom,
  rewriteAt,
  rewriteMember,
  textAt,
  textFor,
} from './json-text.ts'
import { refusal } from './may-hold.ts'
import { itemAt, itemsOf, readLayout, type LayoutPage } from './read-layout.ts'

/*
 * Operations on the questions as they are written. Each takes the source and gives a new one, in which
 * whatever the operation is not about keeps its bytes. What cannot be done changes nothing.
 */

/** Puts an item into a gap; into a page of its own where there is no page yet. */
export function insert(source: string, gap: Gap, item: BatchItem): Change {
  const pages = readLayout(source)
  if (!pages) return { source, at: null }
  if (pages.length === 0) {
    const layout = [{ rows: [{ columns: [{ items: [item] }] }] }]
    return {
      source: rewriteAll(source, layout),
      at: { page: 0, row: 0, column: 0, item: 0 },
    }
  }
  const page = pages[gap.page]
  if (!page || refusal(page, item)) return { source, at: null }
  return insertText(source, gap, textFor(source, item), textFor(source, rowOf(item)))
}

/** Sets one member of an item; undefined takes it out. */
export function update(source: string, at: ItemAddress, member: string, value: unknown): Change {
  if (!hasItem(source, at)) return { source, at: null }
  return { source: rewriteMember(source, itemPath(at), member, value), at }
}

/** Puts an item in the place of another; members that are the same keep their bytes. */
export function replace(source: string, at: ItemAddress, item: unknown): Change {
  if (!hasItem(source, at)) return { source, at: null }
  return { source: rewriteAt(source, itemPath(at), item), at }
}

/** Makes an item one of another kind, with all of it that both kinds know. */
export function changeKind(source: string, at: ItemAddress, to: KindFacts): Change {
  const pages = readLayout(source)
  const item = pages && itemAt(pages, at)
  const page = pages?.[at.page]
  if (!page || !hasMembers(item) || item['type'] === to.type) return { source, at }
  const turned = asKind(item, to)
  return refusal(page, turned, at) ? { source, at } : replace(source, at, turned)
}

/** Puts a copy of an item below it, without its id. */
export function duplicate(source: string, at: ItemAddress): Change {
  const pages = readLayout(source)
  const item = pages && itemAt(pages, at)
  const page = pages?.[at.page]
  const text = textAt(source, itemPath(at))
  if (!page || item === undefined || text === null || refusal(page, item)) return { source, at }
  const copy = hasMembers(item) ? rewriteMember(text, [], 'id', undefined) : text
  const below = { ...at, item: at.item + 1 }
  return { source: insertIn(source, itemsPath(at), below.item, copy), at: below }
}

/**
 * Takes an item out, and with it the column, row and page that it leaves empty. The last item of all
 * leaves an empty text. `at` is the item that took its place, or the one before it.
 */
export function remove(source: string, at: ItemAddress): Change {
  if (!hasItem(source, at)) return { source, at: null }
  const { source: rest } = takeOut(source, at)
  const pages = readLayout(rest)
  if (pages && pages.length === 0) return { source: '', at: null }
  const near = pages && nearest(pages, at)
  return { source: rest, at: near }
}

/** Takes an item out, and says how much went with it. The text may be a list without pages. */
export function takeOut(source: string, at: ItemAddress): { source: string; taken: Taken } {
  const { page, row, column, item } = at
  if (lengthAt(source, itemsPath(at)) !== 1) {
    return { source: removeFrom(source, itemsPath(at), item), taken: 'item' }
  }
  const columns = [page, 'rows', row, 'columns']
  if (lengthAt(source, columns) !== 1) {
    return { source: removeFrom(source, columns, column), taken: 'column' }
  }
  if (lengthAt(source, [page, 'rows']) !== 1) {
    return { source: removeFrom(source, [page, 'rows'], row), taken: 'row' }
  }
  return { source: removeFrom(source, [], page), taken: 'page' }
}

/** Puts the text of an item, or of the row that it is in, into a gap. */
export function insertText(source: string, gap: Gap, item: string, row: string): Change {
  const text = isRowGap(gap)
    ? insertIn(source, [gap.page, 'rows'], gap.row, row)
    : insertIn(source, itemsPath(gap), gap.item, item)
  return { source: text, at: text === source ? null : inGap(gap) }
}

/** A row with nothing but an item. */
export function rowOf(item: unknown) {
  return { columns: [{ items: [item] }] }
}

/** Where the items of a column are in the layout. */
export function itemsPath({ page, row, column }: Omit<ItemAddress, 'item'>) {
  return [page, 'rows', row, 'columns', column, 'items']
}

/** Where an item is in the layout. */
export function itemPath(at: ItemAddress) {
  return [...itemsPath(at), at.item]
}

function hasItem(source: string, at: ItemAddress) {
  const pages = readLayout(source)
  return pages !== null && itemAt(pages, at) !== undefined
}

/** A whole layout anew; what is written of it is an empty text or an empty list. */
function rewriteAll(source: string, layout: unknown) {
  return source.trim() === '' ? JSON.stringify(layout, null, 2) : rewriteAt(source, [], layout)
}

function nearest(pages: readonly LayoutPage[], at: ItemAddress) {
  const all = itemsOf(pages).map((placed) => placed.at)
  return all.find((one) => orderOf(one) >= orderOf(at)) ?? all.at(-1) ?? null
}

function orderOf({ page, row, column, item }: ItemAddress) {
  return ((page * 10_000 + row) * 2 + column) * 10_000 + item
}
