/** Where an item is in the layout. Positions count from zero, in the lists as they are written. */
export type ItemAddress = { page: number; row: number; column: number; item: number }

/** Where an item can go: a row of its own before a row of a page, or a position in a column. */
export type Gap = RowGap | ItemAddress
type RowGap = { page: number; row: number; column?: never; item?: never }

/** The layout after an operation, and where the item that it was about is now. */
export type Change = { source: string; at: ItemAddress | null }

/** How much went with an item that was taken out: what it left empty goes with it. */
export type Taken = 'item' | 'column' | 'row' | 'page'

/** Whether a gap is a row of its own. */
export function isRowGap(gap: Gap): gap is RowGap {
  return gap.item === undefined
}

/** Whether two addresses are the same. */
export function sameAddress(one: ItemAddress | null, other: ItemAddress | null) {
  if (!one || !other) return one === other
  return (
    one.page === other.page &&
    one.row === other.row &&
    one.column === other.column &&
    one.item === other.item
  )
}

/** The address in a gap. */
export function inGap(gap: Gap): ItemAddress {
  return isRowGap(gap) ? { page: gap.page, row: gap.row, column: 0, item: 0 } : gap
}

/** Where an item is once something was put into a gap. */
export function afterInsert(at: ItemAddress, gap: Gap): ItemAddress {
  if (at.page !== gap.page) return at
  if (isRowGap(gap)) return at.row >= gap.row ? { ...at, row: at.row + 1 } : at
  const inColumn = at.row === gap.row && at.column === gap.column
  return inColumn && at.item >= gap.item ? { ...at, item: at.item + 1 } : at
}

/** Where an item is once another one was taken out, with what it left empty. */
export function afterTaking(at: ItemAddress, from: ItemAddress, taken: Taken): ItemAddress {
  if (taken === 'page') return at.page > from.page ? { ...at, page: at.page - 1 } : at
  if (at.page !== from.page) return at
  if (taken === 'row') return at.row > from.row ? { ...at, row: at.row - 1 } : at
  if (at.row !== from.row) return at
  if (taken === 'column') return at.column > from.column ? { ...at, column: at.column - 1 } : at
  return at.column === from.column && at.item > from.item ? { ...at, item: at.item - 1 } : at
}
