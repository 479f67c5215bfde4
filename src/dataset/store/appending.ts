import * as z from 'zod/mini'
import { Recipe } from '#dataset/recipe.ts'

/** So many rejected rows are remembered by number and reason. */
export const MOST_ERRORS = 1_000

/** One call: some records, one after the other. */
const Piece = z.object({
  rows: z.number(),
  bytes: z.number(),
  /** The `Idempotency-Key` of the call, from before it leaves; null while it has not left. */
  key: z.nullable(z.string()),
  end: z.nullable(z.object({ accepted: z.number(), rejected: z.number() })),
})

/**
 * Rows of another file on their way into a dataset that exists. What is sent, and how far it has come,
 * is written down before each call leaves.
 */
export const Appending = z.object({
  id: z.string(),
  datasetId: z.string(),
  file: z.object({ name: z.string(), size: z.number(), sha: z.string() }),
  /** How the file becomes records, and the SHA-256 of these. */
  recipe: Recipe,
  recordsSha: z.string(),
  rows: z.number(),
  startedAt: z.number(),
  pieces: z.array(Piece),
  /** Rejected rows by their number in the file; null when it is not known. */
  errors: z.array(
    z.object({
      row: z.nullable(z.number()),
      field: z.nullable(z.string()),
      reason: z.nullable(z.string()),
    }),
  ),
})
export type Appending = z.infer<typeof Appending>

/** How many rows are in, how many were rejected, and how many calls are still to be made. */
export function countsOf({ pieces }: Appending) {
  let [accepted, rejected, open] = [0, 0, 0]
  for (const { end } of pieces) {
    accepted += end?.accepted ?? 0
    rejected += end?.rejected ?? 0
    if (!end) open += 1
  }
  return { accepted, rejected, open }
}
