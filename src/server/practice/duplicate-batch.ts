import { DuplicateBatchRequest } from '#contract/batch.ts'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { withoutIds } from '#contract/questions/layout-items.ts'
import { answerJson } from '#server/http/answers.ts'
import type { Surroundings } from './create-batch.ts'
import { answerByFault, refuseByFault } from './faults.ts'
import { refuseFields } from './field-errors.ts'
import type { StoredBatch } from './read-row.ts'
import { storedTexts } from './stored-texts.ts'
import { uuidV7 } from './uuid-v7.ts'
import { toWire, withIds } from './wire-batch.ts'

/**
 * Answers `POST …/batches/{id}/duplicate` for a batch that exists and a body that is JSON of any shape.
 * Documented are the two members of the body, the usual name, that the dataset is shared and not copied,
 * and a 201 in the shape of a create. Not documented, and assumed here: texts, questions and automatic
 * syncing are copied as they are stored, parts of the layout get ids of their own, and a copy of a batch
 * that was set up is not.
 */
export async function duplicateBatch(
  batch: StoredBatch,
  body: unknown,
  { store, now, slowly }: Surroundings,
) {
  const parsed = DuplicateBatchRequest.safeParse(body)
  if (!parsed.success) return refuseFields(parsed.error, body)
  const { name = `${batch.request.name} (Copy)`, upload_new_dataset } = parsed.data
  const fault = practiceFaultOf(name)
  const refusal = refuseByFault(fault)
  if (refusal) return refusal

  const created_at = now()
  const { task_details, batch_items, auto_sync_enabled, instructions = [] } = batch.request
  const copy: StoredBatch = {
    id: uuidV7(created_at),
    workspace_id: batch.workspace_id,
    created_at,
    dataset_id: upload_new_dataset ? null : batch.dataset_id,
    request: {
      name,
      task_details: storedTexts(task_details, fault),
      batch_items: batch_items && withIds(withoutIds(batch_items), () => uuidV7(created_at)),
      auto_sync_enabled,
      instructions: instructions.map((each) => ({ ...each, id: uuidV7(created_at) })),
    },
    set_up: null,
  }
  await store.create(copy)
  const { batch_items: layout, ...wire } = toWire(copy, store, created_at)
  const answer = answerJson(layout ? { ...wire, batch_items: layout } : wire, 201)
  return answerByFault(fault, answer, slowly)
}
