import type { Gap, ItemAddress } from '#questions/layout/address.ts'
import type { History } from '#questions/layout/history.ts'
import type { LayoutPage } from '#questions/layout/read-layout.ts'
import type { Position } from '#contract/questions/layout-items.ts'

/** Where something is about to be added: a gap, or a page of its own. */
export type Adding = { gap: Gap } | { page: Position }

/** What the builder shows. */
export type BuilderState = {
  history: History
  /** Null while the text is no layout: then it can be edited as JSON only. */
  pages: readonly LayoutPage[] | null
  /** The item whose form is open. */
  open: ItemAddress | null
  adding: Adding | null
  /** The rating scale that is being written: a new one, or one in a column. */
  scale: ScaleWish | null
  /** Where pasted questions go, while there is a dialog to paste them into. */
  pasting: Adding | null
  /** What was done last, for those who do not see it. */
  said: string
  /** What can be brought back by one press; null when nothing was taken out last. */
  deleted: string | null
}

export type ScaleWish = { adding: Adding } | { at: ItemAddress; length: number }

/** An address as one word, to find its card by. */
export function keyOf({ page, row, column, item }: ItemAddress) {
  return `${page}-${row}-${column}-${item}`
}

/** The word of a place where something can be added. */
export function keyOfAdding(adding: Adding) {
  if ('page' in adding) return adding.page
  const { page, row, column, item } = adding.gap
  return column === undefined ? `${page}-${row}` : `${page}-${row}-${column}-${item}`
}
