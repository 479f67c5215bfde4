import * as z from 'zod/mini'
import { Place } from './place.ts'

/** A dataset that the practice backend was seeded with: the API has no call that lists datasets. */
export const PracticeDataset = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['READY', 'PROCESSING', 'ERROR']),
  total_datapoint_count: z.number(),
  /** Field names of a dataset with a schema (V4), which questions may refer to. */
  fields: z.optional(z.array(z.string())),
})
export type PracticeDataset = z.infer<typeof PracticeDataset>

const Backend = z.object({
  place: Place,
  /** What people read, for example "Practice". */
  name: z.string(),
  /** A path on this origin before `/v1/…`, for example `/practice/api`. Never another origin. */
  base_path: z.string().check(z.regex(/^\/(?!\/)[\w./-]*$/)),
  /** False when the server has no token for it yet: the place is shown with what to do about that. */
  connected: z._default(z.boolean(), true),
  datasets: z._default(z.array(PracticeDataset), []),
})
export type Backend = z.infer<typeof Backend>

/**
 * `/config.json`: which backends exist, read at run time, so that one build serves every host.
 * The first backend is where a first visit starts.
 */
export const AppConfig = z.object({ backends: z.array(Backend).check(z.minLength(1)) })
export type AppConfig = z.infer<typeof AppConfig>
