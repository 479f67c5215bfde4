import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod/mini'
import { inTransaction, jsonOf } from './dataset-store.ts'

/** How an import ended, as it is told. */
const ImportResult = z.object({
  status: z.enum(['complete', 'partial', 'failed']),
  accepted_count: z.number(),
  rejected_count: z.number(),
  duplicate_count: z.number(),
  errors: z.array(z.object({ record_index: z.number(), field: z.string(), reason: z.string() })),
  reason: z.nullable(z.string()),
})
export type ImportResult = z.infer<typeof ImportResult>

const StoredImport = z.object({
  id: z.string(),
  dataset_id: z.string(),
  filename: jsonOf(z.string()),
  content_type: z.string(),
  created_at: z.number(),
  updated_at: z.number(),
  /** Whether there is a file, whether it waits for a schema, and whether it was read. */
  state: z.enum(['asked', 'uploaded', 'waiting', 'ended']),
  /** Before this nobody is told that it ended. */
  ready_at: z.nullable(z.number()),
  /** How many rows it added. */
  row_count: z.number(),
  result: z.nullable(jsonOf(ImportResult)),
})
export type StoredImport = z.infer<typeof StoredImport>

type NewImport = Pick<
  StoredImport,
  'id' | 'dataset_id' | 'filename' | 'content_type' | 'created_at'
> & {
  /** What a caller shows who may send the file, as a hash. */
  secret: string
}

const Latest = z.object({ at: z.nullable(z.number()) })
const Sum = z.object({ n: z.nullable(z.number()) })
const Chunk = z.object({ bytes: z.instanceof(Uint8Array) })

/** The imports of all made datasets and the files that were sent for them, in an open database. */
export function importStore(db: DatabaseSyncInstance) {
  const insert = db.prepare(
    `INSERT INTO imports (id, dataset_id, secret, filename, content_type, created_at, updated_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'asked')`,
  )
  const bySecret = db.prepare('SELECT * FROM imports WHERE secret = ?')
  const ofDataset = db.prepare(
    'SELECT * FROM imports WHERE dataset_id = ? ORDER BY created_at DESC, rowid DESC',
  )
  const next = db.prepare(
    `SELECT * FROM imports WHERE state = 'uploaded' ORDER BY ready_at, rowid LIMIT 1`,
  )
  const latest = db.prepare('SELECT max(ready_at) AS at FROM imports WHERE dataset_id = ?')
  const hidden = db.prepare(
    'SELECT sum(row_count) AS n FROM imports WHERE dataset_id = ? AND ready_at > ?',
  )
  const move = db.prepare('UPDATE imports SET state = ?, ready_at = ?, updated_at = ? WHERE id = ?')
  const release = db.prepare(
    `UPDATE imports SET state = 'uploaded', ready_at = ?, updated_at = ?
     WHERE dataset_id = ? AND state = 'waiting'`,
  )
  const finish = db.prepare(
    `UPDATE imports SET state = 'ended', row_count = ?, result = ? WHERE id = ?`,
  )
  const insertChunk = db.prepare(
    'INSERT INTO upload_chunks (import_id, number, bytes) VALUES (?, ?, ?)',
  )
  const selectChunk = db.prepare(
    'SELECT bytes FROM upload_chunks WHERE import_id = ? AND number = ?',
  )
  const dropChunks = db.prepare(
    `DELETE FROM upload_chunks WHERE rowid IN
       (SELECT rowid FROM upload_chunks WHERE import_id = ? ORDER BY number DESC LIMIT 4)`,
  )
  const leftovers = db.prepare(
    `SELECT DISTINCT import_id FROM upload_chunks JOIN imports ON imports.id = import_id
     WHERE state IN ('asked', 'ended')`,
  )

  return {
    /** On the disk when it returns. */
    create: (job: NewImport) => {
      const { id, dataset_id, secret, filename, content_type, created_at } = job
      const name = JSON.stringify(filename)
      insert.run(id, dataset_id, secret, name, content_type, created_at, created_at)
    },
    bySecret: (secret: string) => {
      const row: unknown = bySecret.get(secret)
      return row === undefined ? undefined : StoredImport.parse(row)
    },
    /** Newest first. */
    of: (datasetId: string) => z.array(StoredImport).parse(ofDataset.all(datasetId)),
    /** The one to read next: the file is there, and nobody waits for anything. */
    next: () => {
      const row: unknown = next.get()
      return row === undefined ? undefined : StoredImport.parse(row)
    },
    /** When the last import of a dataset is done, as far as anybody is told; null without one. */
    lastReadyAt: (datasetId: string) => Latest.parse(latest.get(datasetId)).at,
    /** How many rows of a dataset nobody is told of yet. */
    hiddenRows: (datasetId: string, now: number) => Sum.parse(hidden.get(datasetId, now)).n ?? 0,
    /** Notes that the whole file is there. On the disk when it returns. */
    uploaded: (id: string, state: 'uploaded' | 'waiting', readyAt: number, now: number) => {
      move.run(state, readyAt, now, id)
    },
    /** Lets go on what waited for a schema. */
    release: (datasetId: string, readyAt: number, now: number) => {
      release.run(readyAt, now, datasetId)
    },
    finish: (id: string, rows: number, result: ImportResult) => {
      finish.run(rows, JSON.stringify(result), id)
    },
    addChunk: (id: string, number: number, bytes: Uint8Array) => {
      inTransaction(db, () => insertChunk.run(id, number, bytes))
    },
    chunk: (id: string, number: number) => {
      const row: unknown = selectChunk.get(id, number)
      return row === undefined ? undefined : Chunk.parse(row).bytes
    },
    /** Removes a few megabytes of a file; false when there were none left. */
    dropChunks: (id: string) => dropChunks.run(id).changes > 0,
    /** Imports with parts of files that nobody needs: broken off, or read. */
    leftovers: () =>
      z
        .array(z.object({ import_id: z.string() }))
        .parse(leftovers.all())
        .map(({ import_id }) => import_id),
  }
}
