import type { BatchItem } from '#contract/questions/question-item.ts'
import type { Change } from './address.ts'
import { rowOf } from './change-items.ts'
import { insertIn, lengthAt, removeFrom, textAt, textFor } from './json-text.ts'
import { refusal } from './may-hold.ts'
import { readLayout, type LayoutPage } from './read-layout.ts'
import type { Position } from '#contract/questions/layout-items.ts'

/**
 * Adds a page with a first item, because a page without any is refused. It goes behind the pages that
 * are shown at the same time. Nothing changes where such a page cannot hold the item.
 */
export function addPage(source: string, position: Position, item: BatchItem): Change {
  const pages = readLayout(source)
  if (!pages || refusal({ position, rows: [] }, item)) return { source, at: null }
  const page = {
    ...(position !== 'body' && { display_position: position }),
    rows: [rowOf(item)],
  }
  const index = endOf(pages, position)
  const text =
    source.trim() === ''
      ? JSON.stringify([page], null, 2)
      : insertIn(source, [], index, textFor(source, page))
  return { source: text, at: { page: index, row: 0, column: 0, item: 0 } }
}

/** Moves a page before the one at an index, which is counted before it moves. */
export function movePage(source: string, page: number, to: number): string {
  const text = textAt(source, [page])
  const length = lengthAt(source, []) ?? 0
  if (text === null || to < 0 || to > length || to === page || to === page + 1) return source
  const put = insertIn(source, [], to, text)
  return removeFrom(put, [], to <= page ? page + 1 : page)
}

/** Takes a page out; the last one leaves an empty text. */
export function removePage(source: string, page: number): string {
  const length = lengthAt(source, [])
  if (length === null || page < 0 || page >= length) return source
  return length === 1 ? '' : removeFrom(source, [], page)
}

/** Behind the last page with the position, else before the first one that is shown later. */
function endOf(pages: readonly LayoutPage[], position: Position) {
  const last = pages.findLastIndex((page) => page.position === position)
  if (last !== -1) return last + 1
  const order: readonly Position[] = ['intro', 'body', 'outro']
  const later = pages.findIndex((page) => order.indexOf(page.position) > order.indexOf(position))
  return later === -1 ? pages.length : later
}
