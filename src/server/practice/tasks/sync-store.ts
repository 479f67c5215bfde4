import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod/mini'

const StoredSync = z.object({
  id: z.string(),
  batch_id: z.string(),
  dataset_id: z.string(),
  created_at: z.number(),
  /** When it is done, as far as anybody is told. */
  ready_at: z.number(),
  /** The rows that become tasks: from this one up to, and without, that one. */
  first_task: z.number(),
  end_task: z.number(),
  groups_created: z.number(),
  /** Groups that were there and got tasks more. */
  groups_expanded: z.number(),
})
export type StoredSync = z.infer<typeof StoredSync>

/** The jobs that made tasks of rows that came after a set-up, in an open database. */
export function syncStore(db: DatabaseSyncInstance) {
  const insert = db.prepare(
    `INSERT INTO syncs (id, batch_id, dataset_id, created_at, ready_at, first_task, end_task,
       groups_created, groups_expanded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const ofBatch = db.prepare('SELECT * FROM syncs WHERE batch_id = ? ORDER BY created_at, rowid')
  return {
    /** On the disk when it returns. */
    create: (job: StoredSync) => {
      const { id, batch_id, dataset_id, created_at, ready_at } = job
      const counts = [job.first_task, job.end_task, job.groups_created, job.groups_expanded]
      insert.run(id, batch_id, dataset_id, created_at, ready_at, ...counts)
    },
    /** Oldest first. */
    of: (batchId: string) => z.array(StoredSync).parse(ofBatch.all(batchId)),
  }
}
