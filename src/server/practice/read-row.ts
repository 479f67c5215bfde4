import * as z from 'zod/mini'
import { TaskDetails } from '#contract/task-details.ts'
import { depthOf } from '#server/http/read-json-body.ts'
import type { SetUp } from './lifecycle.ts'

const StoredInstruction = z.looseObject({
  id: z.string(),
  type: z.string(),
  created_at: z.string(),
  created_by: z.string(),
})
export type StoredInstruction = z.infer<typeof StoredInstruction>

/** What a program asked for, kept as it was. */
const StoredRequest = z.object({
  name: z.string(),
  task_details: TaskDetails,
  batch_items: z.nullable(z.array(z.unknown())),
  auto_sync_enabled: z.boolean(),
  /** Questions of the earlier kind, for a batch without a layout. */
  instructions: z.optional(z.array(StoredInstruction)),
})

export type StoredBatch = {
  id: string
  workspace_id: string
  created_at: number
  dataset_id: string | null
  request: z.infer<typeof StoredRequest>
  set_up: SetUp | null
}

/** A row that is there and is no batch. The message names it and what is wrong, never what is in it. */
export class UnreadableBatch extends Error {
  override name = 'UnreadableBatch'
}

/** The furthest from 1970 that a date can be. */
const MOST_MS = 8_640_000_000_000_000n
const asNumber = (most: bigint) =>
  z.pipe(
    z.bigint().check(z.minimum(-most), z.maximum(most)),
    z.transform((value: bigint) => Number(value)),
  )
const count = asNumber(BigInt(Number.MAX_SAFE_INTEGER))
const time = asNumber(MOST_MS)

const Row = z.object({
  id: z.string(),
  workspace_id: z.string(),
  created_at: time,
  request: z.string(),
  dataset_id: z.nullable(z.string()),
  ready_at: z.nullable(time),
  ends_in: z.nullable(z.string()),
  task_count: z.nullable(count),
  group_count: z.nullable(count),
  tasks_per_group: z.optional(z.nullable(count)),
})

/** Deeper than anything that was taken, and no deeper than can be written out again. */
const MOST_LEVELS = 200

function parseJson(text: string): unknown {
  try {
    return depthOf(text) > MOST_LEVELS ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The places that are wrong; the messages of a parser may quote what is there. */
const placesIn = (error: z.core.$ZodError, column = '') =>
  [...new Set(error.issues.map(({ path }) => [column, ...path].filter(Boolean).join('.')))].join(
    ', ',
  )

/** A row of the table, with its integers as BigInt, as a batch. Throws UnreadableBatch. */
export function readRow(value: unknown): StoredBatch {
  const row = Row.safeParse(value)
  const id = z.looseObject({ id: z.string() }).safeParse(value).data?.id ?? 'without an id'
  if (!row.success) {
    throw new UnreadableBatch(`The stored batch ${id} cannot be read: ${placesIn(row.error)}.`)
  }
  const { ready_at, ends_in, task_count, group_count, tasks_per_group, request, ...rest } = row.data
  const stored = StoredRequest.safeParse(parseJson(request))
  if (!stored.success) {
    const places = placesIn(stored.error, 'request') || 'request'
    throw new UnreadableBatch(`The stored batch ${id} cannot be read: ${places}.`)
  }
  return {
    ...rest,
    request: stored.data,
    set_up:
      ready_at === null || ends_in === null
        ? null
        : {
            ready_at,
            ends_in,
            task_count: task_count ?? 0,
            group_count: group_count ?? 0,
            ...(typeof tasks_per_group === 'number' && { tasks_per_group }),
          },
  }
}
