import { useEffect, useState } from 'react'
import type { DataColumn, DataRow, ItemRows } from '#contract/dataset.ts'

/** The item that is shown, and the way to another one. */
export interface Items {
  columns: readonly DataColumn[]
  /** How many can be shown: 0 when no rows are at hand. */
  total: number
  /** The place of the item that was asked for, counted from zero. */
  index: number
  go: (index: number) => void
  /** The newest row that came, with its place; null before the first one, and without rows. */
  shown: { row: DataRow; index: number } | null
}

type About = { of: ItemRows; columns: readonly DataColumn[]; total: number }
type Shown = { of: ItemRows; row: DataRow; index: number }

/** Follows the rows of a dataset, one at a time. Nothing is asked of them before they are `wanted`. */
export function useItems(rows: ItemRows | null, wanted: boolean): Items {
  const [about, setAbout] = useState<About | null>(null)
  const [place, setPlace] = useState<{ of: ItemRows | null; index: number }>({ of: rows, index: 0 })
  const [shown, setShown] = useState<Shown | null>(null)
  // What is known of other rows says nothing about these.
  const known = about?.of === rows ? about : null
  const index = place.of === rows ? place.index : 0
  const isThere = known !== null && index < known.total

  // Rows come from outside of React: from a server, or from this browser.
  useEffect(() => {
    if (!rows || !wanted) return undefined
    let current = true
    rows.about().then(
      (found) => current && setAbout({ of: rows, ...found }),
      // The names of the columns do as well.
      () => current && setAbout({ of: rows, columns: [], total: 0 }),
    )
    return () => {
      current = false
    }
  }, [rows, wanted])

  // The same, for each item that is asked for.
  useEffect(() => {
    if (!rows || !isThere) return undefined
    let current = true
    rows.row(index).then(
      (row) => current && row && setShown({ of: rows, row, index }),
      // The item before stays, and another one can be asked for.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [rows, index, isThere])

  return {
    columns: known?.columns ?? noColumns,
    total: known?.total ?? 0,
    index,
    go: (next) => setPlace({ of: rows, index: next }),
    shown: shown?.of === rows ? shown : null,
  }
}

const noColumns: readonly DataColumn[] = []
