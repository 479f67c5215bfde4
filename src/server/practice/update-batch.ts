import * as z from 'zod/mini'
import { UpdateBatchRequest } from '#contract/batch.ts'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { answerJson, notFound, refuse, DroppedConnection } from '#server/http/answers.ts'
import { refuseLayout } from './create-batch.ts'
import { refuseFields } from './field-errors.ts'
import { practiceData } from './datasets/practice-data.ts'
import type { StoredBatch } from './read-row.ts'
import type { Store } from './store.ts'
import { storedTexts } from './stored-texts.ts'
import { uuidV7 } from './uuid-v7.ts'
import { toWire, withIds } from './wire-batch.ts'

type Surroundings = { store: Store; now: () => number }

/** The layout is checked apart: its faults are a 422 with places, not a 400 with fields. */
const UpdateBody = z.extend(UpdateBatchRequest, {
  batch_items: z.optional(z.nullable(z.array(z.unknown()))),
})

/**
 * Answers `PATCH …/batches/{id}` for a batch that exists and a body that is JSON of any shape. The
 * provider's sources contradict each other on changes after set-up; here name and texts may change at
 * any time, while questions and dataset are fixed by then, because the tasks are made of them.
 */
export function updateBatch(batch: StoredBatch, body: unknown, { store, now }: Surroundings) {
  const parsed = UpdateBody.safeParse(body)
  if (!parsed.success) return refuseFields(parsed.error, body)
  const { name, task_details, dataset_id, batch_items, auto_sync_enabled } = parsed.data
  const { request } = batch

  if (batch.set_up && (batch_items !== undefined || dataset_id !== undefined)) {
    return refuse(
      400,
      'The batch could not be updated',
      'The batch has been set up: its questions and its dataset are fixed.',
    )
  }
  const time = now()
  const dataset = practiceData(store, dataset_id ?? batch.dataset_id ?? '', time)
  if (dataset_id !== undefined && !dataset) return notFound('Dataset not found.')
  // Other data must have what the questions show, as at creation.
  const layout = dataset_id === undefined ? batch_items : (batch_items ?? request.batch_items)
  const badLayout = layout && refuseLayout(layout, dataset?.fields ?? null)
  if (badLayout) return badLayout

  const newName = name ?? request.name
  const fault = practiceFaultOf(newName)
  const updated: StoredBatch = {
    ...batch,
    dataset_id: dataset?.id ?? null,
    request: {
      name: newName,
      task_details: task_details ? storedTexts(task_details, fault) : request.task_details,
      batch_items:
        batch_items === undefined
          ? request.batch_items
          : batch_items && withIds(batch_items, () => uuidV7(time)),
      auto_sync_enabled: auto_sync_enabled ?? request.auto_sync_enabled,
      // A layout takes the place of instructions, and taking the layout away deletes them.
      ...(batch_items === undefined && { instructions: request.instructions }),
    },
  }
  store.update(updated)
  if (fault === 'edit-unanswered') throw new DroppedConnection()
  return answerJson(toWire(updated, store, time))
}
