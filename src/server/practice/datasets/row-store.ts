import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod/mini'
import { jsonOf } from './dataset-store.ts'

/** The values of a row by their columns; null for one that a change of the schema took away. */
export type RecordValues = Record<string, string | null>

export type NewRow = {
  id: string
  /** What its group is made by; null when the dataset has no groups of its own. */
  group_key: string | null
  /** What tells identical records apart from others; null where they may repeat. */
  hash: Uint8Array | null
  record: RecordValues
}

const StoredRow = z.object({
  position: z.number(),
  id: z.string(),
  record: jsonOf(z.record(z.string(), z.nullable(z.string()))),
})
const Keys = z.array(z.object({ group_key: z.nullable(z.string()) }))

/** The rows of all made datasets, in an open database. Positions count from zero, in a dataset. */
export function rowStore(db: DatabaseSyncInstance) {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO datapoints (dataset_id, position, id, group_key, hash, record)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const discard = db.prepare('DELETE FROM datapoints WHERE dataset_id = ? AND position >= ?')
  const count = db.prepare('UPDATE datasets SET row_count = ? WHERE id = ?')
  const select = db.prepare(
    `SELECT position, id, record FROM datapoints
     WHERE dataset_id = ? AND position >= ? AND position < ? ORDER BY position`,
  )
  const rewrite = db.prepare(
    'UPDATE datapoints SET record = ? WHERE dataset_id = ? AND position = ?',
  )
  const keys = db.prepare(
    `SELECT group_key FROM datapoints WHERE dataset_id = ? AND position >= ? AND position < ?
     GROUP BY group_key ORDER BY min(position)`,
  )
  const grouped = db.prepare(
    'SELECT group_key FROM datapoints WHERE dataset_id = ? AND group_key IS NOT NULL LIMIT 1',
  )

  return {
    /** Adds a row at a position; false when an identical one is there, and nothing is added then. */
    add: (datasetId: string, position: number, { id, group_key, hash, record }: NewRow) =>
      insert.run(datasetId, position, id, group_key, hash, JSON.stringify(record)).changes === 1,
    /** Removes what lies at a position and after it. */
    discardFrom: (datasetId: string, position: number) => {
      discard.run(datasetId, position)
    },
    /** From now on the dataset has so many rows. */
    count: (datasetId: string, rows: number) => {
      count.run(rows, datasetId)
    },
    /** Those from one position up to another, in order. */
    between: (datasetId: string, first: number, end: number) =>
      z.array(StoredRow).parse(select.all(datasetId, first, end)),
    rewrite: (datasetId: string, position: number, record: RecordValues) => {
      rewrite.run(JSON.stringify(record), datasetId, position)
    },
    /** The groups that rows between two positions name, in the order in which they first appear. */
    groupKeys: (datasetId: string, first: number, end: number) =>
      Keys.parse(keys.all(datasetId, first, end)).map(({ group_key }) => group_key ?? ''),
    /** Whether any row names a group. */
    namesGroups: (datasetId: string) => grouped.get(datasetId) !== undefined,
  }
}
