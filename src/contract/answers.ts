import * as z from 'zod/mini'

/**
 * Reading what a backend answers, tolerantly: providers add, rename and null fields, and a page that
 * shows a batch must not fall over because a count is missing. Only `id` is insisted on; whatever is
 * absent or of the wrong type reads as "not known" (null, '' or []).
 */
const text = z.catch(z.string(), '')
const count = z.catch(z.nullable(z.number()), null)

/** Half of a character has no place in an address. */
const id = z.string().check(
  z.minLength(1),
  z.refine((written) => written.isWellFormed()),
)

const ReadDataset = z.looseObject({
  id: z.string(),
  total_datapoint_count: count,
  filename: z.catch(z.nullable(z.string()), null),
})

/** A list without the members that cannot be read. */
function readable<T>(item: z.ZodMiniType<T>) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((members) =>
      members.flatMap((member) => {
        const parsed = item.safeParse(member)
        return parsed.success ? [parsed.data] : []
      }),
    ),
  )
}

/** An answer that holds no list was not understood, which is another thing than an empty list. */
function listOf<T>(item: z.ZodMiniType<T>) {
  return z.looseObject({
    results: z._default(readable(item), []),
    meta: z.catch(
      z.looseObject({
        count,
        /** Only practice says so: how many are stored, counted above, and cannot be read. */
        unreadable: z.catch(z.optional(z.number()), undefined),
      }),
      { count: null },
    ),
  })
}

export const Batch = z.looseObject({
  id,
  name: text,
  /** The API's own word. A word this version does not know stays as it came. */
  status: text,
  workspace_id: z.catch(id, ''),
  created_at: z.catch(z.nullable(z.string()), null),
  created_by: z.catch(z.nullable(z.string()), null),
  datasets: z.catch(readable(ReadDataset), []),
  total_task_count: count,
  total_instruction_count: count,
  total_task_groups: count,
  task_details: z.catch(
    z.nullable(z.looseObject({ task_name: text, task_introduction: text, task_steps: text })),
    null,
  ),
  batch_items: z.catch(z.nullable(z.array(z.unknown())), null),
})
export type Batch = z.infer<typeof Batch>

export const BatchList = listOf(Batch)
export type BatchList = z.infer<typeof BatchList>

export const BatchStatus = z.looseObject({ status: text })
export type BatchStatus = z.infer<typeof BatchStatus>

const Workspace = z.looseObject({
  id,
  title: text,
})
export type Workspace = z.infer<typeof Workspace>

export const WorkspaceList = listOf(Workspace)

export const User = z.looseObject({
  id: text,
  email: text,
  name: text,
  first_name: text,
  last_name: text,
})
export type User = z.infer<typeof User>
