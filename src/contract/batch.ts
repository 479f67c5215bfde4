import * as z from 'zod/mini'
import { BatchItems } from '#contract/questions/batch-items.ts'
import { TaskDetails } from './task-details.ts'

/** Body of `POST /v1/data-collection/batches`. Unknown fields are dropped, as the API ignores them. */
export const CreateBatchRequest = z.object({
  name: z.string(),
  workspace_id: z.string(),
  task_details: TaskDetails,
  dataset_id: z.optional(z.nullable(z.string())),
  batch_items: z.optional(z.nullable(BatchItems)),
  auto_sync_enabled: z.optional(z.boolean()),
})
export type CreateBatchRequest = z.infer<typeof CreateBatchRequest>

/**
 * Body of `PATCH …/batches/{id}`. What is named is replaced, what is left out stays as it is. The task
 * details are replaced as a whole: the API merges no members of theirs. `batch_items: null` removes all
 * questions. Whether the API takes changes after set-up is documented in contradicting ways.
 */
export const UpdateBatchRequest = z.object({
  name: z.optional(z.string()),
  task_details: z.optional(TaskDetails),
  dataset_id: z.optional(z.string()),
  batch_items: z.optional(z.nullable(BatchItems)),
  auto_sync_enabled: z.optional(z.boolean()),
})
export type UpdateBatchRequest = z.infer<typeof UpdateBatchRequest>

/** Body of `POST …/batches/{id}/setup`. `tasks_per_group` is how many items one participant gets. */
export const SetupBatchRequest = z.object({
  dataset_id: z.optional(z.string()),
  tasks_per_group: z._default(z.int().check(z.minimum(1)), 1),
})
export type SetupBatchRequest = z.input<typeof SetupBatchRequest>

/**
 * Body of `POST …/batches/{id}/duplicate`. Without a name the API takes the first one's with " (Copy)"
 * behind it. The copy shares the dataset of the first, unless `upload_new_dataset` leaves it out.
 */
export const DuplicateBatchRequest = z.object({
  name: z.optional(z.string()),
  upload_new_dataset: z._default(z.boolean(), false),
})
export type DuplicateBatchRequest = z.input<typeof DuplicateBatchRequest>

export const KnownBatchStatus = z.enum(['UNINITIALISED', 'PROCESSING', 'READY', 'ERROR'])
export type KnownBatchStatus = z.infer<typeof KnownBatchStatus>

export const BatchDataset = z.object({
  id: z.string(),
  total_datapoint_count: z.int(),
  filename: z.optional(z.nullable(z.string())),
})

/** A batch as the API documents it: what the practice backend answers, to the letter. */
export const DocumentedBatch = z.object({
  id: z.uuid(),
  created_at: z.iso.datetime(),
  created_by: z.string(),
  datasets: z.array(BatchDataset),
  name: z.string(),
  status: KnownBatchStatus,
  total_task_count: z.int(),
  total_instruction_count: z.int(),
  total_task_groups: z.int(),
  workspace_id: z.string(),
  task_details: TaskDetails,
  schema_version: z.int(),
  batch_items: z.optional(z.nullable(z.array(z.unknown()))),
  auto_sync_enabled: z.optional(z.boolean()),
})
export type DocumentedBatch = z.infer<typeof DocumentedBatch>
