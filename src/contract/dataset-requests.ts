import * as z from 'zod/mini'
import { DatasetSchema } from './dataset-schema.ts'

/**
 * Body of `POST /v1/data-collection/datasets`. With a schema the dataset is typed (version 4), without
 * one it is of the older kind (version 3), whose columns no question can show. `schema: null` makes a
 * typed dataset whose schema comes later.
 */
export const CreateDatasetRequest = z.object({
  name: z.string(),
  workspace_id: z.string(),
  schema: z.optional(z.nullable(DatasetSchema)),
})
export type CreateDatasetRequest = z.infer<typeof CreateDatasetRequest>

/** Body of `PATCH …/datasets/{id}`, for typed datasets only. */
export const UpdateDatasetRequest = z.object({ schema: DatasetSchema })
export type UpdateDatasetRequest = z.infer<typeof UpdateDatasetRequest>

const text = z.catch(z.string(), '')
const count = z.catch(z.nullable(z.int()), null)

/** Answer of `GET …/datasets/{id}/status`, for datasets of the older kind only. */
export const DatasetStatus = z.looseObject({ status: z.catch(z.nullable(z.string()), null) })
export type DatasetStatus = z.infer<typeof DatasetStatus>

/**
 * Answer of `GET …/datasets/{id}/upload-url/{filename}`: where to send the file, with exactly this method
 * and content type and without the token. Each call makes an import job of its own.
 */
export const UploadAddress = z.looseObject({
  dataset_id: text,
  upload_url: z.string(),
  http_method: z._default(z.string(), 'PUT'),
  content_type: z.string(),
  expires_at: text,
  file_key: z.catch(z.nullable(z.string()), null),
  /** Documented for typed datasets only. */
  import_id: z.catch(z.nullable(z.string()), null),
})
export type UploadAddress = z.infer<typeof UploadAddress>

/** The states of an import job. The last four are where it rests. */
export const ImportStatus = z.enum([
  'uninitialised',
  'queued',
  'processing',
  'complete',
  'partial',
  'failed',
  'pending_schema',
])
export type ImportStatus = z.infer<typeof ImportStatus>

/**
 * What was wrong with a record. `field` is `_raw` when the whole record could not be read. Imports count
 * records from zero, appends from one.
 */
export const RecordError = z.looseObject({
  record_index: count,
  field: z.catch(z.nullable(z.string()), null),
  reason: z.catch(z.nullable(z.string()), null),
})
export type RecordError = z.infer<typeof RecordError>

const errors = z.catch(z.array(RecordError), [])

/**
 * An import job as a backend answers it, read tolerantly. The list of errors may be shorter than the
 * number of rejected records, and a status that this version does not know stays as it came.
 */
export const ImportJob = z.looseObject({
  dataset_id: text,
  import_id: z.string(),
  filename: z.catch(z.nullable(z.string()), null),
  created_at: text,
  updated_at: text,
  status: z.string(),
  accepted_count: count,
  rejected_count: count,
  errors,
  /** Why it failed. */
  reason: z.catch(z.nullable(z.string()), null),
})
export type ImportJob = z.infer<typeof ImportJob>

/** The most that one call of `POST …/datasets/{id}/datapoints` may bring. */
export const APPEND_LIMITS = { rows: 1000, bytes: 900_000 } as const

/** Answer of `POST …/datasets/{id}/datapoints`. Identical records count as accepted. */
export const AppendAnswer = z.looseObject({
  accepted: z.int(),
  rejected: z._default(z.int(), 0),
  errors,
})
export type AppendAnswer = z.infer<typeof AppendAnswer>

/** What became of the stored records after a change of the schema. */
export const SchemaMigration = z.looseObject({
  dataset_id: text,
  job_id: z.string(),
  status: z.string(),
  reprocessed_count: count,
  failed_count: count,
  errors: z.catch(z.array(z.looseObject({ datapoint_id: text, field: text, reason: text })), []),
  reason: z.catch(z.nullable(z.string()), null),
})
export type SchemaMigration = z.infer<typeof SchemaMigration>

/** A job that makes tasks of the records that came after the set-up of a batch. */
export const SyncJob = z.looseObject({
  batch_id: text,
  dataset_id: text,
  sync_id: z.string(),
  status: z.string(),
  tasks_created: count,
  groups_created: count,
  groups_expanded: count,
  reason: z.catch(z.nullable(z.string()), null),
})
export type SyncJob = z.infer<typeof SyncJob>

/** Answers of `GET …/batches/{id}/tasks` and `…/task-groups`: bare lists of ids. */
export const IdList = z.array(z.string())
