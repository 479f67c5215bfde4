import type { DataRow } from '#contract/dataset.ts'
import type { Environment } from '#contract/environment.ts'
import { dataOfDataset } from '#dataset/store/draft-data.ts'
import { openDraftData } from './open-draft-data.ts'
import type { Tables } from './open-tables.ts'

/** The rows of a dataset, as far as this browser has them. */
export type MadeRows = { total: number; row: (index: number) => Promise<DataRow | null> }

/** A table takes much memory, and one dataset is looked at at a time. */
let open: Tables | null = null

/**
 * The rows of a dataset that was made in this browser, out of the spreadsheet that is kept with it:
 * without those that were rejected, and by the keys of its columns. Null when the spreadsheet is not here.
 * Rejects as `openDraftData` does.
 */
export async function openMadeRows(id: string, environment: Environment): Promise<MadeRows | null> {
  const data = await dataOfDataset(id, environment)
  const making = data?.making
  if (!data || !making?.end || making.older) return null
  open?.close()
  open = null
  const { recipe, end } = making
  const opened = await openDraftData({ ...data, recipe })
  if (!opened) return null
  const { prepared, tables } = opened
  open = tables
  const rejected = new Set(end.errors.flatMap(({ record }) => (record === null ? [] : [record])))
  const places = Array.from({ length: prepared.rows }, (_, at) => at).filter(
    (at) => !rejected.has(at),
  )
  const keys = recipe.columns
    .filter(({ use }) => use !== 'left_out')
    .map(({ heading, key }) => ({ key, at: prepared.headings.indexOf(heading) }))
  return {
    total: places.length,
    row: async (index) => {
      const place = places[index]
      if (place === undefined) return null
      const { rows } = await tables.ask((service) => service.rows(place, 1, false))
      const cells = rows[0]?.cells
      if (!cells) return null
      return Object.fromEntries(
        keys.flatMap(({ key, at }) => {
          const cell = cells[at] ?? ''
          return cell === '' && !recipe.strict ? [] : [[key, cell]]
        }),
      )
    },
  }
}
