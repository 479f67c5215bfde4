import * as z from 'zod/mini'
import { TaskDetails } from '#contract/batch.ts'
import { closeDatabase, openDatabase, pragma } from '#server/database.ts'
import type { SetUp } from './lifecycle.ts'

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

/** What a program asked for, kept as it was. */
const StoredRequest = z.object({
  name: z.string(),
  task_details: TaskDetails,
  batch_items: z.nullable(z.array(z.unknown())),
  auto_sync_enabled: z.boolean(),
})

export type StoredBatch = {
  id: string
  workspace_id: string
  created_at: number
  dataset_id: string | null
  request: z.infer<typeof StoredRequest>
  set_up: SetUp | null
}

const Row = z.object({
  id: z.string(),
  workspace_id: z.string(),
  created_at: z.number(),
  request: z.string(),
  dataset_id: z.nullable(z.string()),
  ready_at: z.nullable(z.number()),
  ends_in: z.nullable(z.string()),
  task_count: z.nullable(z.number()),
  group_count: z.nullable(z.number()),
})

function toBatch(value: unknown): StoredBatch {
  const { ready_at, ends_in, task_count, group_count, request, ...row } = Row.parse(value)
  return {
    ...row,
    request: StoredRequest.parse(JSON.parse(request)),
    set_up:
      ready_at === null || ends_in === null
        ? null
        : { ready_at, ends_in, task_count: task_count ?? 0, group_count: group_count ?? 0 },
  }
}

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

/** Where practice keeps its batches. Throws DatabaseInUse when another process has the file. */
export function openStore({ path, commitWhen = queueMicrotask }: StoreOptions) {
  const db = openDatabase({ path, title: 'The practice data', migrations: [tables] })
  const insert = db.prepare(
    'INSERT INTO batches (id, workspace_id, created_at, request, dataset_id) VALUES (?, ?, ?, ?, ?)',
  )
  const update = db.prepare(
    `UPDATE batches SET dataset_id = ?, ready_at = ?, ends_in = ?, task_count = ?, group_count = ?
     WHERE id = ? AND ready_at IS NULL`,
  )
  const rewrite = db.prepare('UPDATE batches SET request = ?, dataset_id = ? WHERE id = ?')
  const selectOne = db.prepare('SELECT * FROM batches WHERE id = ?')
  const selectAll = db.prepare(
    'SELECT * FROM batches WHERE workspace_id = ? ORDER BY created_at DESC, rowid DESC',
  )
  let queue: Waiting[] = []

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
      const { ready_at, ends_in, task_count, group_count } = plan
      return update.run(datasetId, ready_at, ends_in, task_count, group_count, id).changes === 1
    },
    /** Replaces what was asked for. Committed when it returns. */
    update: ({ id, request, dataset_id }: Pick<StoredBatch, 'id' | 'request' | 'dataset_id'>) => {
      rewrite.run(JSON.stringify(request), dataset_id, id)
    },
    batch: (id: string) => {
      const row: unknown = selectOne.get(id)
      return row === undefined ? undefined : toBatch(row)
    },
    /** Newest first. */
    batchesOf: (workspaceId: string) => selectAll.all(workspaceId).map(toBatch),
    /** SQLite's `synchronous`: 2 is FULL. */
    synchronous: () => pragma(db, 'synchronous'),
    /** Moves everything into the main file and lets go of it. */
    close: () => {
      commit()
      closeDatabase(db)
    },
  }
}
export type Store = ReturnType<typeof openStore>
