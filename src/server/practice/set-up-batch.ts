import { SetupBatchRequest } from '#contract/batch.ts'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { notFound, refuse } from '#server/http/answers.ts'
import { refuseLayout } from './create-batch.ts'
import { refuseFields } from './field-errors.ts'
import { planSetUp } from './lifecycle.ts'
import { practiceData } from './datasets/practice-data.ts'
import type { StoredBatch } from './read-row.ts'
import type { Store } from './store.ts'

type Surroundings = { store: Store; now: () => number; processingMs: number }

const refuseSetUp = (detail: string) => refuse(400, 'The batch could not be set up', detail)

/** Answers `POST …/batches/{id}/setup` for a batch that exists and a body that is JSON of any shape. */
export function setUpBatch(
  batch: StoredBatch,
  body: unknown,
  { store, now, processingMs }: Surroundings,
) {
  const parsed = SetupBatchRequest.safeParse(body)
  if (!parsed.success) return refuseFields(parsed.error, body)
  const { batch_items, instructions = [] } = batch.request
  if (!batch_items && instructions.length === 0) {
    return refuseSetUp('The batch has no instructions. Add batch items first.')
  }
  const datasetId = parsed.data.dataset_id ?? batch.dataset_id
  if (datasetId === null) return refuseSetUp('No dataset is attached, and none was given.')
  const time = now()
  const dataset = practiceData(store, datasetId, time)
  if (!dataset) return notFound('Dataset not found.')
  if (dataset.notReady !== undefined) return refuseSetUp(dataset.notReady)
  const badLayout = batch_items && refuseLayout(batch_items, dataset.fields ?? null)
  if (badLayout) return badLayout

  const pace = { now: time, processingMs }
  const fault = practiceFaultOf(batch.request.name)
  const started = store.setUp(
    batch.id,
    dataset.id,
    planSetUp(dataset, parsed.data.tasks_per_group, fault, pace),
  )
  return started
    ? new Response(null, { status: 202 })
    : refuseSetUp('The batch has been set up already.')
}
