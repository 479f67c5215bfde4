import * as z from 'zod/mini'
import { checkBatchItems, type BatchItemsRejection } from '#contract/questions/batch-items.ts'
import { CreateBatchRequest } from '#contract/batch.ts'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { answerJson, notFound } from '#server/http/answers.ts'
import { answerByFault, refuseByFault } from './faults.ts'
import { refuseFields } from './field-errors.ts'
import { practiceData } from './datasets/practice-data.ts'
import { practiceWorkspace } from './seeds.ts'
import type { StoredBatch } from './read-row.ts'
import type { Store } from './store.ts'
import { storedTexts } from './stored-texts.ts'
import { uuidV7 } from './uuid-v7.ts'
import { toWire, withIds } from './wire-batch.ts'

/** The layout is checked apart: its faults are a 422 with places, not a 400 with fields. */
const CreateBody = z.extend(CreateBatchRequest, {
  batch_items: z.optional(z.nullable(z.array(z.unknown()))),
})

/** The 422 of a layout that breaks a rule, or nothing. */
export function refuseLayout(layout: unknown, datasetFields: readonly string[] | null) {
  const issues = checkBatchItems(layout, datasetFields)
  if (issues.length === 0) return undefined
  const message = 'The batch items are not valid.'
  const body: BatchItemsRejection = { type: 'INVALID_BATCH_ITEMS', message, issues }
  return answerJson(body, 422)
}

export type Surroundings = {
  store: Store
  now: () => number
  /** Resolves when a slow answer may go out. */
  slowly: () => Promise<void>
}

/** Answers `POST /v1/data-collection/batches` for a body that is JSON of any shape. */
export async function createBatch(body: unknown, { store, now, slowly }: Surroundings) {
  const parsed = CreateBody.safeParse(body)
  if (!parsed.success) return refuseFields(parsed.error, body)
  const { name, workspace_id, dataset_id, task_details, batch_items, auto_sync_enabled } =
    parsed.data
  const fault = practiceFaultOf(name)
  const refusal = refuseByFault(fault)
  if (refusal) return refusal

  if (workspace_id !== practiceWorkspace.id) return notFound('Workspace not found.')
  const dataset =
    typeof dataset_id === 'string' ? practiceData(store, dataset_id, now()) : undefined
  if (typeof dataset_id === 'string' && !dataset) return notFound('Dataset not found.')
  const badLayout = batch_items && refuseLayout(batch_items, dataset?.fields ?? null)
  if (badLayout) return badLayout

  const created_at = now()
  const layout = batch_items ? withIds(batch_items, () => uuidV7(created_at)) : null
  const batch: StoredBatch = {
    id: uuidV7(created_at),
    workspace_id,
    created_at,
    dataset_id: dataset?.id ?? null,
    request: {
      name,
      task_details: storedTexts(task_details, fault),
      batch_items: layout,
      auto_sync_enabled: auto_sync_enabled ?? false,
    },
    set_up: null,
  }
  await store.create(batch)
  const { batch_items: stored, ...wire } = toWire(batch, store, created_at)
  return answerByFault(
    fault,
    answerJson(stored ? { ...wire, batch_items: stored } : wire, 201),
    slowly,
  )
}
