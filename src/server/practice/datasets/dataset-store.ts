import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod/mini'
import { DatasetSchema } from '#contract/dataset-schema.ts'
import { logNotice } from '#server/http/log.ts'

/** A column that holds JSON, read by a schema. */
export const jsonOf = <T>(schema: z.ZodMiniType<T>) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    schema,
  )

const StoredDataset = z.object({
  id: z.string(),
  workspace_id: z.string(),
  created_at: z.number(),
  name: jsonOf(z.string()),
  /** 4 for a typed dataset, 3 for the older kind. */
  schema_version: z.number(),
  /** Null for the older kind, and for a typed one whose schema comes later. */
  schema: z.nullable(jsonOf(DatasetSchema)),
  /** How many rows it has, including those of imports that nobody is told of yet. */
  row_count: z.number(),
})
export type StoredDataset = z.infer<typeof StoredDataset>

const SchemaJob = z.object({
  id: z.string(),
  dataset_id: z.string(),
  created_at: z.number(),
  ready_at: z.number(),
  /** Up to where the rows have been looked at. */
  position: z.number(),
  ended: z.number(),
  failed_count: z.number(),
  errors: jsonOf(
    z.array(z.object({ datapoint_id: z.string(), field: z.string(), reason: z.string() })),
  ),
})
export type SchemaJob = z.infer<typeof SchemaJob>

/** Everything inside is on the disk when it returns, or nothing of it. Throws what goes wrong. */
export function inTransaction<T>(db: DatabaseSyncInstance, act: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = act()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

const one = <T>(schema: z.ZodMiniType<T>, row: unknown) =>
  row === undefined ? undefined : schema.parse(row)

const named = new Set<string>()

/** The dataset of a row; undefined when it cannot be read, which the log says once. */
function readOrName(row: unknown) {
  if (row === undefined) return undefined
  const read = readSafely(row)
  if (read !== undefined) return read
  const id = z.looseObject({ id: z.string() }).safeParse(row).data?.id ?? 'without an id'
  if (!named.has(id)) logNotice(`The stored dataset ${id} cannot be read.`)
  named.add(id)
  return undefined
}

function readSafely(row: unknown) {
  try {
    return StoredDataset.safeParse(row).data
  } catch {
    // Text that is no JSON.
    return undefined
  }
}

/** The datasets that were made in practice, and the changes of their schemas, in an open database. */
export function datasetStore(db: DatabaseSyncInstance) {
  const insert = db.prepare(
    `INSERT INTO datasets (id, workspace_id, created_at, name, schema_version, schema)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const selectOne = db.prepare('SELECT * FROM datasets WHERE id = ?')
  const selectAll = db.prepare('SELECT * FROM datasets ORDER BY created_at DESC, rowid DESC')
  const setSchema = db.prepare('UPDATE datasets SET schema = ? WHERE id = ?')
  const insertJob = db.prepare(
    'INSERT INTO schema_jobs (id, dataset_id, created_at, ready_at) VALUES (?, ?, ?, ?)',
  )
  const selectJob = db.prepare('SELECT * FROM schema_jobs WHERE id = ? AND dataset_id = ?')
  const nextJob = db.prepare(
    'SELECT * FROM schema_jobs WHERE ended = 0 ORDER BY created_at, rowid LIMIT 1',
  )
  const unfinished = db.prepare(
    'SELECT count(*) AS n FROM schema_jobs WHERE dataset_id = ? AND (ended = 0 OR ready_at > ?)',
  )
  const noteJob = db.prepare(
    'UPDATE schema_jobs SET position = ?, ended = ?, failed_count = ?, errors = ? WHERE id = ?',
  )
  return {
    /** On the disk when it returns. */
    create: ({ id, workspace_id, created_at, name, schema_version, schema }: StoredDataset) => {
      const text = schema && JSON.stringify(schema)
      insert.run(id, workspace_id, created_at, JSON.stringify(name), schema_version, text)
    },
    /** Nothing for one that is there and cannot be read. */
    find: (id: string) => readOrName(selectOne.get(id)),
    /** Newest first, without those that cannot be read. */
    all: () => selectAll.all().flatMap((row: unknown) => readOrName(row) ?? []),
    changeSchema: (id: string, schema: DatasetSchema) => {
      setSchema.run(JSON.stringify(schema), id)
    },
    /** A job that looks at all rows again after a change of the schema. */
    addJob: ({
      id,
      dataset_id,
      created_at,
      ready_at,
    }: Omit<SchemaJob, 'position' | 'ended' | 'failed_count' | 'errors'>) => {
      insertJob.run(id, dataset_id, created_at, ready_at)
    },
    job: (datasetId: string, id: string) => one(SchemaJob, selectJob.get(id, datasetId)),
    /** The oldest job that is not done. */
    nextJob: () => one(SchemaJob, nextJob.get()),
    noteJob: ({ id, position, ended, failed_count, errors }: SchemaJob) => {
      noteJob.run(position, ended, failed_count, JSON.stringify(errors), id)
    },
    /** Whether anybody who asks is told that a change of the schema is going on. */
    isChanging: (id: string, now: number) =>
      z.object({ n: z.number() }).parse(unfinished.get(id, now)).n > 0,
  }
}
