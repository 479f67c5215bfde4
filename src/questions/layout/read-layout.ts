import { hasMembers, valueAt } from '#contract/json-value.ts'
import { positionOf, type Position } from '#contract/questions/layout-items.ts'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import type { ItemAddress } from './address.ts'

/** Items of a column, of any shape. */
export type LayoutColumn = { items: readonly unknown[] }
export type LayoutRow = { columns: readonly LayoutColumn[] }
export type LayoutPage = { position: Position; rows: readonly LayoutRow[] }

/** An item and where it is. */
export type Placed = { at: ItemAddress; item: unknown }

/**
 * The pages of a source: none for an empty one, null for a text that is no layout of pages, rows and
 * columns, whatever the items in it are.
 */
export function readLayout(source: string): readonly LayoutPage[] | null {
  if (source.trim() === '') return []
  const value = valueOfWritten(source)
  if (!Array.isArray(value)) return null
  const pages: LayoutPage[] = []
  for (const page of value) {
    const rows = listOf(page, 'rows')?.map(readRow)
    if (!rows) return null
    const known = rows.flatMap((row) => (row ? [row] : []))
    if (known.length < rows.length) return null
    pages.push({ position: positionOf(page), rows: known })
  }
  return pages
}

/** Every item of a layout in the order in which it is read. */
export function itemsOf(pages: readonly LayoutPage[]): Placed[] {
  return pages.flatMap(({ rows }, page) =>
    rows.flatMap(({ columns }, row) =>
      columns.flatMap(({ items }, column) =>
        items.map((item, index) => ({ at: { page, row, column, item: index }, item })),
      ),
    ),
  )
}

/** The item at an address; undefined where there is none. */
export function itemAt(pages: readonly LayoutPage[], at: ItemAddress): unknown {
  return pages[at.page]?.rows[at.row]?.columns[at.column]?.items[at.item]
}

/** The `type` of an item of any shape; '' where it has none. */
export function typeOf(item: unknown): string {
  const type = valueAt(item, ['type'])
  return typeof type === 'string' ? type : ''
}

function readRow(value: unknown): LayoutRow | null {
  const columns = listOf(value, 'columns')?.map((column) => listOf(column, 'items'))
  const known = columns?.flatMap((items) => (items ? [{ items }] : []))
  return known && known.length === columns?.length ? { columns: known } : null
}

function listOf(value: unknown, member: string): readonly unknown[] | null {
  if (!hasMembers(value)) return null
  const list: unknown = value[member]
  return Array.isArray(list) ? list : null
}
