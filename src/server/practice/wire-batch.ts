import { isQuestion } from '#contract/questions/question-item.ts'
import { layoutItems, partsOf } from '#contract/questions/layout-items.ts'
import { practiceData } from './datasets/practice-data.ts'
import { practiceUser } from './seeds.ts'
import type { Store } from './store.ts'
import { stateWithSyncs } from './tasks/batch-tasks.ts'
import type { StoredBatch } from './read-row.ts'

/** A copy of a layout in which every page, row, column and item has an id, as the API answers it. */
export function withIds(pages: readonly unknown[], newId: () => string): unknown[] {
  const named = (part: object, inner: object = {}) => ({ id: newId(), ...part, ...inner })
  return partsOf(pages).map((page) =>
    named(page, {
      rows: partsOf(page['rows']).map((row) =>
        named(row, {
          columns: partsOf(row['columns']).map((column) =>
            named(column, { items: partsOf(column['items']).map((item) => named(item)) }),
          ),
        }),
      ),
    }),
  )
}

function countQuestions(pages: readonly unknown[]) {
  return layoutItems(pages).filter(({ type }) => typeof type === 'string' && isQuestion({ type }))
    .length
}

/** A stored batch as the API answers it at a moment, with fields that its pages do not mention. */
export function toWire(batch: StoredBatch, store: Store, now: number) {
  const { request } = batch
  const state = stateWithSyncs(batch, store, now)
  const dataset = batch.dataset_id === null ? undefined : practiceData(store, batch.dataset_id, now)
  return {
    id: batch.id,
    created_at: new Date(batch.created_at).toISOString(),
    created_by: practiceUser.id,
    datasets: dataset
      ? [
          {
            id: dataset.id,
            total_datapoint_count: dataset.total_datapoint_count,
            filename: dataset.filename,
          },
        ]
      : [],
    name: request.name,
    status: state.status,
    total_task_count: state.task_count,
    total_instruction_count: request.batch_items
      ? countQuestions(request.batch_items)
      : (request.instructions?.length ?? 0),
    total_task_groups: state.group_count,
    workspace_id: batch.workspace_id,
    task_details: request.task_details,
    batch_items: request.batch_items,
    schema_version: 5,
    auto_sync_enabled: request.auto_sync_enabled,
  }
}
