import { createHash } from 'node:crypto'
import { practiceData } from '#server/practice/datasets/practice-data.ts'
import { stateOf } from '#server/practice/lifecycle.ts'
import type { StoredBatch } from '#server/practice/read-row.ts'
import type { Store } from '#server/practice/store.ts'

/** A UUID of version 5 in the namespace of another UUID: the same name always makes the same one. */
function uuidV5(namespace: string, name: string) {
  const bytes = Buffer.from(namespace.replaceAll('-', ''), 'hex')
  const hex = createHash('sha1').update(bytes).update(name).digest('hex')
  const variant = (Number.parseInt(hex.charAt(16), 16) % 4) + 8
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant.toString(16)}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The syncs of a batch that are done, as far as anybody is told. */
function doneSyncs(batch: StoredBatch, store: Store, now: number) {
  return batch.set_up ? store.syncs.of(batch.id).filter(({ ready_at }) => ready_at <= now) : []
}

/** The state of a batch at a moment, with the tasks that syncs added. */
export function stateWithSyncs(batch: StoredBatch, store: Store, now: number) {
  const state = stateOf(batch.set_up, now)
  if (state.status !== 'READY') return state
  return doneSyncs(batch, store, now).reduce(
    (sum, { first_task, end_task, groups_created }) => ({
      ...sum,
      task_count: sum.task_count + end_task - first_task,
      group_count: sum.group_count + groups_created,
    }),
    state,
  )
}

/** The ids of the tasks of a batch; none before its set-up is done. Each row of the dataset is a task. */
export function taskIds(batch: StoredBatch, store: Store, now: number) {
  const { task_count } = stateWithSyncs(batch, store, now)
  return Array.from({ length: task_count }, (_, row) => uuidV5(batch.id, `task ${row}`))
}

/**
 * The ids of the groups of a batch, which never change: those that its dataset names, in the order of its
 * rows, or else as many as the set-up and each sync made.
 */
export function groupIds(batch: StoredBatch, store: Store, now: number) {
  const { task_count, group_count } = stateWithSyncs(batch, store, now)
  if (group_count === 0) return []
  const own = practiceData(store, batch.dataset_id ?? '', now)?.groupsBetween(0, task_count)
  const names = own ?? Array.from({ length: group_count }, (_, index) => String(index))
  return names.map((name) => uuidV5(batch.id, `group ${name}`))
}
