import { closeDatabase, openDatabase } from '#server/database/database.ts'
import { pragma } from '#server/database/inspect-database.ts'
import { logNotice } from '#server/http/log.ts'
import { datasetStore, inTransaction } from './datasets/dataset-store.ts'
import { datasetTables } from './datasets/dataset-tables.ts'
import { importStore } from './datasets/import-store.ts'
import { rowStore } from './datasets/row-store.ts'
import type { SetUp } from './lifecycle.ts'
import { readRow, UnreadableBatch, type StoredBatch } from './read-row.ts'
import { syncStore } from './tasks/sync-store.ts'

// The accepted request is kept as JSON text: SQLite's own text cannot hold every string that JSON can
// (a NUL, half a surrogate pair), and what came in must come out byte for byte.
const tables = `
  CREATE TABLE batches (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    request TEXT NOT NULL,
    dataset_id TEXT,
    ready_at INTEGER,
    ends_in TEXT,
    task_count INTEGER,
    group_count INTEGER,
    CHECK ((ready_at IS NULL) = (ends_in IS NULL))
  ) STRICT;
  CREATE INDEX batches_by_workspace ON batches (workspace_id, created_at);
`

type Waiting = { batch: StoredBatch; done: () => void; failed: (reason: unknown) => void }

type StoreOptions = {
  /** A file, or `:memory:`. */
  path: string
  /**
   * When to write what has been queued. The later, the more requests share one commit; a server gives
   * `setImmediate`, which collects whatever arrived in the same turn of the event loop.
   */
  commitWhen?: (commit: () => void) => void
}

const probe = `SELECT batches.id, batches.workspace_id, batches.created_at, request,
  batches.dataset_id, batches.ready_at, ends_in, task_count, group_count FROM batches`

/**
 * Where practice keeps its batches. Throws DatabaseInUse when another process has the file, and
 * DatabaseUnusable when it cannot be used.
 */
export function openStore({ path, commitWhen = queueMicrotask }: StoreOptions) {
  const { db, isNew, notices, readOnly } = openDatabase({
    path,
    migrations: [tables, datasetTables],
    probes: [probe, `${probe}, datasets, imports, upload_chunks, datapoints, schema_jobs, syncs`],
  })
  const insert = db.prepare(
    'INSERT INTO batches (id, workspace_id, created_at, request, dataset_id) VALUES (?, ?, ?, ?, ?)',
  )
  const update = db.prepare(
    `UPDATE batches SET dataset_id = ?, ready_at = ?, ends_in = ?, task_count = ?, group_count = ?,
     tasks_per_group = ? WHERE id = ? AND ready_at IS NULL`,
  )
  const rewrite = db.prepare('UPDATE batches SET request = ?, dataset_id = ? WHERE id = ?')
  const selectOne = db.prepare('SELECT * FROM batches WHERE id = ?')
  const selectAll = db.prepare(
    'SELECT * FROM batches WHERE workspace_id = ? ORDER BY created_at DESC, rowid DESC',
  )
  // A number that JavaScript does not have would fail the whole query otherwise.
  for (const select of [selectOne, selectAll]) select.setReadBigInts(true)
  const named = new Set<string>()
  let queue: Waiting[] = []
  let open = true

  /** The batch of a row; undefined when it cannot be read, which the log says once. */
  function readOrName(row: unknown) {
    try {
      return readRow(row)
    } catch (error) {
      if (!(error instanceof UnreadableBatch)) throw error
      if (!named.has(error.message)) logNotice(error.message)
      named.add(error.message)
      return undefined
    }
  }

  function readAll(workspaceId: string) {
    const rows: unknown[] = selectAll.all(workspaceId)
    const batches = rows.flatMap((row) => readOrName(row) ?? [])
    return { batches, unreadable: rows.length - batches.length }
  }

  function commit() {
    const group = queue
    queue = []
    if (group.length === 0) return
    try {
      db.exec('BEGIN IMMEDIATE')
      for (const { batch } of group) {
        const { id, workspace_id, created_at, request, dataset_id } = batch
        insert.run(id, workspace_id, created_at, JSON.stringify(request), dataset_id)
      }
      db.exec('COMMIT')
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      for (const { failed } of group) failed(error)
      return
    }
    for (const { done } of group) done()
  }

  return {
    /** Resolves once the batch is committed to the disk, together with others that are waiting. */
    create: async (batch: StoredBatch) =>
      new Promise<void>((done, failed) => {
        queue.push({ batch, done, failed })
        if (queue.length === 1) commitWhen(commit)
      }),
    /** Starts a set-up; false when the batch was set up before. Committed when it returns. */
    setUp: (id: string, datasetId: string, plan: SetUp) => {
      const { ready_at, ends_in, task_count, group_count, tasks_per_group = null } = plan
      const counts = [task_count, group_count, tasks_per_group]
      return update.run(datasetId, ready_at, ends_in, ...counts, id).changes === 1
    },
    /** Replaces what was asked for. Committed when it returns. */
    update: ({ id, request, dataset_id }: Pick<StoredBatch, 'id' | 'request' | 'dataset_id'>) => {
      rewrite.run(JSON.stringify(request), dataset_id, id)
    },
    /** Throws UnreadableBatch when it is there and cannot be read. */
    batch: (id: string) => {
      const row: unknown = selectOne.get(id)
      return row === undefined ? undefined : readRow(row)
    },
    /** Newest first, without those that cannot be read. */
    batchesOf: (workspaceId: string) => readAll(workspaceId).batches,
    /** The same, and how many cannot be read. */
    readAll,
    /** The datasets that were made here, their rows, and the files that were sent for them. */
    datasets: datasetStore(db),
    rows: rowStore(db),
    imports: importStore(db),
    /** The jobs that add tasks to batches. */
    syncs: syncStore(db),
    /** Everything inside is on the disk when it returns, or nothing of it. */
    atOnce: <T>(act: () => T) => inTransaction(db, act),
    /** False once it is closed, after which nothing may be asked of it. */
    isOpen: () => open,
    /** Whether there was nothing in the file before. */
    isNew,
    /** What was noticed while opening it. */
    notices,
    /** Why nothing can be stored, where nothing can be stored. */
    readOnly,
    /** SQLite's `synchronous`: 2 is FULL. */
    synchronous: () => pragma(db, 'synchronous'),
    /** Moves everything into the main file and lets go of it. */
    close: () => {
      commit()
      open = false
      closeDatabase(db)
    },
  }
}
export type Store = ReturnType<typeof openStore>
