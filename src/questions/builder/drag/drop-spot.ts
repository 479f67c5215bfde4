import { isRowGap, type Gap, type ItemAddress } from '#questions/layout/address.ts'
import { refusal } from '#questions/layout/may-hold.ts'
import type { DropPlace } from '#questions/layout/move-items.ts'
import { itemAt, type LayoutPage } from '#questions/layout/read-layout.ts'

/** Where a card would go, and the line that shows it, in pixels of the window. */
export type DropSpot = {
  place: DropPlace
  line: { left: number; top: number; width: number; height: number }
}

/** The parts at the sides of a card that mean "beside it". */
const SIDE = 0.22
const LINE_PX = 3

/** The address in a `data-card`, or the gap in a `data-gap`; null for any other words. */
export function gapOf(key: string | undefined): Gap | null {
  const [page, row, column, item] = key?.split('-').map(Number) ?? []
  if (page === undefined || row === undefined || Number.isNaN(page)) return null
  if (column === undefined || item === undefined) return { page, row }
  return { page, row, column, item }
}

/**
 * Where a card that is dragged to a point of the window would go; null where it would stay as it is or
 * where the page cannot hold it.
 */
export function dropSpot(
  root: Element,
  pages: readonly LayoutPage[],
  from: ItemAddress,
  { x, y }: { x: number; y: number },
): DropSpot | null {
  const target = targetAt(root, x, y)
  const key = target?.querySelector<HTMLElement>('[data-card]')?.dataset['card']
  const at = gapOf(key ?? target?.dataset['gap'])
  if (!target || !at) return null
  const spot =
    key !== undefined && !isRowGap(at)
      ? spotAtCard(target, at, pages, x, y)
      : { place: { gap: at }, line: lineAcross(target.getBoundingClientRect(), 0.5) }
  const to = 'gap' in spot.place ? spot.place.gap : spot.place.beside
  const page = pages[to.page]
  const item = itemAt(pages, from)
  if (!page || refusal(page, item, to.page === from.page ? from : null)) return null
  return stays(pages, from, spot.place) ? null : spot
}

/** The card or gap at a point, else the nearest one on the page there. */
function targetAt(root: Element, x: number, y: number) {
  const hit = document.elementFromPoint(x, y)
  if (!hit || !root.contains(hit)) return null
  const direct = hit.closest<HTMLElement>('article, [data-gap]')
  if (direct) return direct
  const all = [
    ...(hit.closest('[data-page]')?.querySelectorAll<HTMLElement>('article, [data-gap]') ?? []),
  ]
  const distances = all.map((one) => distance(one.getBoundingClientRect(), x, y))
  return all[distances.indexOf(Math.min(...distances))] ?? null
}

function distance({ left, right, top, bottom }: DOMRect, x: number, y: number) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

function spotAtCard(
  card: Element,
  at: ItemAddress,
  pages: readonly LayoutPage[],
  x: number,
  y: number,
): DropSpot {
  const box = card.getBoundingClientRect()
  const columns = pages[at.page]?.rows[at.row]?.columns ?? []
  const across = (x - box.left) / box.width
  if (columns.length === 1 && (across < SIDE || across > 1 - SIDE)) {
    const row = (card.closest('[data-columns]') ?? card).getBoundingClientRect()
    const column = across < SIDE ? 0 : 1
    const left = (column === 0 ? row.left : row.right) - LINE_PX / 2
    return {
      place: { beside: { page: at.page, row: at.row }, column },
      line: { left, top: row.top, width: LINE_PX, height: row.height },
    }
  }
  const after = y > box.top + box.height / 2 ? 1 : 0
  const isWholeRow = columns.length === 1 && columns[0]?.items.length === 1
  return {
    place: {
      gap: isWholeRow ? { page: at.page, row: at.row + after } : { ...at, item: at.item + after },
    },
    line: lineAcross(box, after),
  }
}

function lineAcross({ left, top, width, height }: DOMRect, share: number) {
  return { left, top: top + height * share - LINE_PX / 2, width, height: LINE_PX }
}

function stays(pages: readonly LayoutPage[], from: ItemAddress, place: DropPlace) {
  const columns = pages[from.page]?.rows[from.row]?.columns ?? []
  const isAlone = columns.length === 1 && columns[0]?.items.length === 1
  if ('beside' in place) {
    const { page, row } = place.beside
    return isAlone && page === from.page && row === from.row
  }
  const { gap } = place
  if (gap.page !== from.page) return false
  if (isRowGap(gap)) return isAlone && [from.row, from.row + 1].includes(gap.row)
  const inColumn = gap.row === from.row && gap.column === from.column
  return inColumn && [from.item, from.item + 1].includes(gap.item)
}
