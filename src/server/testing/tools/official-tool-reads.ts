import * as z from 'zod/mini'

/*
 * What the official command-line tool reads, and how strictly, from its public source. It takes null and
 * missing members as empty, and fails on members of another type.
 */

const loose = <T extends z.core.$ZodType>(type: T) => z.optional(z.nullable(type))
export const text = loose(z.string())
export const int = loose(z.int())
const time = loose(z.iso.datetime({ offset: true }))
/** The tool ends with an error of its own when one of these is empty. */
export const needed = z.string().check(z.minLength(1))

export const Dataset = z.looseObject({
  id: needed,
  name: text,
  created_at: time,
  created_by: text,
  status: text,
  total_datapoint_count: int,
  workspace_id: text,
  schema_version: int,
  schema: loose(z.looseObject({ strict: loose(z.boolean()), fields: loose(z.looseObject({})) })),
})
export const Upload = z.looseObject({
  upload_url: needed,
  http_method: needed,
  content_type: needed,
  import_id: needed,
  expires_at: text,
})
export const Job = z.looseObject({
  dataset_id: text,
  import_id: text,
  type: text,
  filename: text,
  created_at: time,
  updated_at: time,
  status: needed,
  accepted_count: int,
  rejected_count: int,
  duplicate_count: int,
  reason: text,
  errors: loose(z.array(z.looseObject({ record_index: int, field: text, reason: text }))),
})
export const Batch = z.looseObject({
  id: needed,
  created_at: time,
  created_by: text,
  datasets: loose(z.array(z.looseObject({ id: text, total_datapoint_count: int }))),
  name: text,
  status: text,
  tasks_per_group: int,
  total_task_count: int,
  total_instruction_count: int,
  total_task_groups: int,
  workspace_id: text,
  schema_version: int,
  auto_sync_enabled: loose(z.boolean()),
  task_details: loose(
    z.looseObject({ task_name: text, task_introduction: text, task_steps: text }),
  ),
})
export const Instruction = z.looseObject({
  id: needed,
  type: text,
  batch_id: text,
  created_by: text,
  created_at: time,
  description: text,
  options: loose(z.array(z.looseObject({ label: text, value: text, heading: text }))),
  answer_limit: int,
})
export const Response = z.looseObject({
  id: text,
  batch_id: text,
  participant_id: text,
  task_id: text,
  submission_id: text,
  correlation_id: text,
  created_at: time,
  schema_version: int,
  metadata: loose(z.record(z.string(), z.string())),
  response: loose(
    z.looseObject({
      instruction_id: text,
      type: text,
      answer: loose(z.array(z.looseObject({ value: text, unit: text, explanation: text }))),
    }),
  ),
})
export const Sync = z.looseObject({
  sync_id: needed,
  status: needed,
  tasks_created: int,
  reason: text,
})
export const Export = z.looseObject({
  status: needed,
  export_id: text,
  url: text,
  expires_at: text,
})
export const ExportList = z.array(
  z.looseObject({ export_id: needed, status: text, created_at: time, filter: z.unknown() }),
)
export const listOf = <T extends z.core.$ZodType>(item: T) =>
  z.looseObject({ results: loose(z.array(item)), meta: loose(z.looseObject({ count: int })) })
