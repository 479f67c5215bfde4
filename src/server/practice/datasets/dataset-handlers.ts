import type { Context } from 'hono'
import { PracticeDataset } from '#contract/app-config.ts'
import { CreateDatasetRequest, UpdateDatasetRequest } from '#contract/dataset-requests.ts'
import type { DatasetSchema } from '#contract/dataset-schema.ts'
import { datasetFaultOf } from '#contract/practice-faults.ts'
import { answerJson, DroppedConnection, notFound, refuse } from '#server/http/answers.ts'
import { refuseFields } from '#server/practice/field-errors.ts'
import { practiceDataset, practiceDatasets, practiceWorkspace } from '#server/practice/seeds.ts'
import type { Store } from '#server/practice/store.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import type { StoredDataset } from './dataset-store.ts'
import { importToWire, isRunning } from './import-job.ts'
import { madeData, practiceData } from './practice-data.ts'
import type { Worker } from './worker.ts'

export type DatasetSurroundings = {
  store: Store
  now: () => number
  /** How long reading a file takes at least, as far as anybody is told. */
  processingMs: number
  worker: Worker
}

/** No answer holds more rows. */
const MOST_ROWS = 200

const noDataset = () => notFound('Dataset not found.')
const refuseChange = (detail: string) => refuse(400, 'The dataset could not be changed', detail)

/** The dataset that the address names, if it was made here; else the answer to the caller. */
export function madeDataset(c: Context, store: Store): StoredDataset | Response {
  const id = c.req.param('id') ?? ''
  if (practiceDataset(id)) {
    return refuse(400, 'Fixed dataset', 'The datasets that come with Practice cannot be changed.')
  }
  return store.datasets.find(id) ?? noDataset()
}

/** Answers `POST /v1/data-collection/datasets` for a body that is JSON of any shape. */
export function createDataset(body: unknown, { store, now }: DatasetSurroundings) {
  const parsed = CreateDatasetRequest.safeParse(body)
  if (!parsed.success) return refuseFields(parsed.error, body)
  const { name, workspace_id, schema } = parsed.data
  if (workspace_id !== practiceWorkspace.id) return notFound('Workspace not found.')
  const fault = datasetFaultOf(name)
  if (fault === 'typed-off' && schema !== undefined) {
    const words = 'You do not currently have permission to access this feature.'
    return refuse(403, 'Forbidden', words)
  }
  const time = now()
  const dataset: StoredDataset = {
    id: uuidV7(time),
    workspace_id,
    created_at: time,
    name,
    schema_version: schema === undefined ? 3 : 4,
    schema: schema ?? null,
    row_count: 0,
  }
  store.datasets.create(dataset)
  if (fault === 'lost-dataset') throw new DroppedConnection()
  return answerJson(madeData(dataset, store, time).toWire(), 201)
}

const groupField = ({ fields }: DatasetSchema) =>
  Object.keys(fields).find((field) => fields[field]?.type === 'task_group_id')

/** Whether a file is being read for a dataset, or its rows are being looked at again. */
export const isBusy = ({ id }: StoredDataset, store: Store, now: number) =>
  store.datasets.isChanging(id, now) || store.imports.of(id).some((job) => isRunning(job, now))

/** Answers `PATCH …/datasets/{id}`: typed datasets get another schema, or their first one. */
export function updateDataset(dataset: StoredDataset, body: unknown, around: DatasetSurroundings) {
  const { store, now, processingMs, worker } = around
  const parsed = UpdateDatasetRequest.safeParse(body)
  if (!parsed.success) return refuseFields(parsed.error, body)
  const { schema } = parsed.data
  const { id, schema: before } = dataset
  if (dataset.schema_version === 3) return refuseChange('Only a typed dataset has a schema.')
  const time = now()
  if (isBusy(dataset, store, time)) {
    return refuseChange('An import or a change of the schema is running. Try again when it ends.')
  }
  if (before && dataset.row_count > 0 && groupField(before) !== groupField(schema)) {
    return refuseChange('The task_group_id field cannot change while there are datapoints.')
  }
  const job = before && { id: uuidV7(time), dataset_id: id, created_at: time }
  const ready_at = time + processingMs
  store.atOnce(() => {
    store.datasets.changeSchema(id, schema)
    if (job) store.datasets.addJob({ ...job, ready_at })
    else store.imports.release(id, ready_at, time)
  })
  worker.wake()
  const wire = madeData({ ...dataset, schema }, store, time).toWire()
  return answerJson(job ? { ...wire, migration_job_id: job.id } : wire)
}

/** Answers `GET …/datasets/{id}/schema-migrations/{job_id}`. */
export function readSchemaMigration(c: Context, { store, now }: DatasetSurroundings) {
  const datasetId = c.req.param('id') ?? ''
  const job = store.datasets.job(datasetId, c.req.param('job_id') ?? '')
  const dataset = store.datasets.find(datasetId)
  if (!job || !dataset) return notFound('Schema migration not found.')
  const time = now()
  const common = {
    dataset_id: job.dataset_id,
    job_id: job.id,
    schema_version: dataset.schema_version,
    created_at: new Date(job.created_at).toISOString(),
    updated_at: new Date(Math.min(time, job.ready_at)).toISOString(),
  }
  if (job.ended === 0 || time < job.ready_at) return answerJson({ ...common, status: 'processing' })
  const { failed_count, errors } = job
  const reprocessed_count = job.position - failed_count
  return answerJson(
    failed_count > 0
      ? { ...common, status: 'partial', reprocessed_count, failed_count, errors }
      : { ...common, status: 'complete', reprocessed_count },
  )
}

/** Answers `GET …/datasets/{id}`. */
export function readDataset(id: string, { store, now }: DatasetSurroundings) {
  const data = practiceData(store, id, now())
  return data ? answerJson(data.toWire()) : noDataset()
}

/** Answers `GET …/datasets/{id}/status`, which typed datasets do not have: their imports have one each. */
export function readDatasetStatus(id: string, { store, now }: DatasetSurroundings) {
  const data = practiceData(store, id, now())
  if (!data) return noDataset()
  const { schema_version, status } = data.toWire()
  return schema_version === 3
    ? answerJson({ status })
    : refuse(400, 'Bad request', 'A typed dataset has no status. Read its imports instead.')
}

/** Answers `GET …/datasets/{id}/imports/{import_id}`, for datasets of the older kind as well. */
export function readDatasetImport(c: Context, { store, now }: DatasetSurroundings) {
  const imports = store.imports.of(c.req.param('id') ?? '')
  const job = imports.find(({ id }) => id === c.req.param('import_id'))
  return job ? answerJson(importToWire(job, imports, now())) : notFound('Import not found.')
}

/** Answers the page's own question for all datasets, which the API has no call for. */
export function listPracticeDatasets({ store, now }: DatasetSurroundings) {
  const time = now()
  const made = store.datasets.all().map((dataset) => madeData(dataset, store, time))
  const results = [...practiceDatasets, ...made].map((data) => PracticeDataset.parse(data))
  return answerJson({ results })
}

/** Answers the page's own question for rows, which the API has no call for either. */
export function readRows(
  id: string,
  { offset, limit }: { offset: number; limit: number },
  { store, now }: DatasetSurroundings,
) {
  const data = practiceData(store, id, now())
  if (!data) return noDataset()
  const results = data.rows(offset, Math.min(limit, MOST_ROWS))
  return answerJson({ results, meta: { count: data.total_datapoint_count } })
}
