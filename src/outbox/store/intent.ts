import * as z from 'zod/mini'
import { TaskDetails } from '#contract/task-details.ts'
import { newId } from '#contract/new-id.ts'
import { Environment } from '#contract/environment.ts'
import { checksum } from '#storage/checksum.ts'

/** How a request ended: the batch certainly is there, certainly is not, or nobody can tell yet. */
export const Settlement = z.enum(['created', 'not-created', 'not-known'])
export type Settlement = z.infer<typeof Settlement>

const Attempt = z.object({
  /** The `Idempotency-Key` of the request: every attempt that somebody confirmed has its own. */
  key: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** How far the environment's clock was known to be ahead of this one then, in milliseconds. */
  ahead: z.optional(z.number()),
  outcome: z.optional(Settlement),
  /** Why it was not created or is not known, in words, and the environment's own words. */
  reason: z.optional(z.string()),
  quote: z.optional(z.string()),
})
export type Attempt = z.infer<typeof Attempt>

/**
 * Somebody's wish to create one batch, with the exact bytes of its request. It is written down before
 * anything leaves, so that a closed window or a broken connection cannot make it forgotten.
 */
export const Intent = z.object({
  v: z.literal(1),
  id: z.string().check(z.minLength(1)),
  /** The draft that it was made from. */
  draft: z.string(),
  /** Where it was reviewed for: it is sent nowhere else. */
  place: Environment,
  workspace_id: z.string(),
  /** The batch name. */
  name: z.string(),
  body: z.string(),
  /** Checksum of the body. */
  sha: z.string(),
  createdAt: z.number(),
  /** `let-go`: nobody knows, and somebody said that they need not. */
  state: z.enum(['prepared', 'sending', ...Settlement.options, 'let-go']),
  attempts: z.array(Attempt),
  batchId: z.optional(z.string()),
  /** The batch that the environment is to duplicate, and the texts by which the copy is known again. */
  duplicateOf: z.optional(z.object({ id: z.string(), texts: TaskDetails })),
})
export type Intent = z.infer<typeof Intent>

/** What is to be sent where, and for which draft. `body` is sent as it is. */
export type Wish = Pick<
  Intent,
  'draft' | 'place' | 'workspace_id' | 'name' | 'body' | 'duplicateOf'
>

export function newIntent(wish: Wish): Intent {
  const { draft, place: environment, workspace_id, name, body, duplicateOf } = wish
  return {
    v: 1,
    id: newId(),
    draft,
    place: environment,
    workspace_id,
    name,
    body,
    sha: checksum(body),
    createdAt: Date.now(),
    state: 'prepared',
    attempts: [],
    ...(duplicateOf && { duplicateOf }),
  }
}
