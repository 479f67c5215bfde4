import * as z from 'zod/mini'
import { Environment } from './environment.ts'

/** What the page sends to its own server, once: the token as it was pasted. The server cleans it. */
export const ConnectRequest = z.object({ token: z.string() })

/** A dataset of the practice backend: the API has no call that lists datasets. */
export const PracticeDataset = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['UNINITIALISED', 'READY', 'PROCESSING', 'ERROR']),
  total_datapoint_count: z.number(),
  /** Field names of a dataset with a schema (V4), which questions may refer to. */
  fields: z.optional(z.array(z.string())),
})
export type PracticeDataset = z.infer<typeof PracticeDataset>

/** Answer of the page's own call for all datasets in practice: those it began with, then the newest first. */
export const PracticeDatasetList = z.object({ results: z.array(PracticeDataset) })

// A path on this origin. Never another origin.
const Path = z.string().check(z.regex(/^\/(?!\/)[\w./-]*$/))

const Backend = z.object({
  place: Environment,
  /** What people read, for example "Practice". */
  name: z.string(),
  /** What goes before `/v1/…`, for example `/practice/api`. */
  base_path: Path,
  /** False when the server has no token for it yet: the environment is shown with what to do about that. */
  connected: z._default(z.boolean(), true),
  /** What people are to know of it for now, in sentences: that it can only be read, for example. */
  notices: z.optional(z.array(z.string())),
  /** Only where people may give the server a token of their own. */
  own_token: z.optional(
    z.object({
      /** Takes a `ConnectRequest` by POST and forgets it by DELETE. */
      path: Path,
      /** Whether this browser's own token is used; if not, a connected environment uses the server's. */
      in_use: z.boolean(),
      /** After how many hours without use the server forgets it. */
      idle_hours: z.number(),
    }),
  ),
  datasets: z._default(z.array(PracticeDataset), []),
  /** Whether files of rows can be uploaded through this server. A static host cannot take any. */
  uploads: z.optional(z.boolean()),
})
export type Backend = z.infer<typeof Backend>

/**
 * `/config.json`: which backends exist, read at run time, so that one build serves every host.
 * The first backend is where a first visit starts.
 */
export const AppConfig = z.object({ backends: z.array(Backend).check(z.minLength(1)) })
export type AppConfig = z.infer<typeof AppConfig>

export type ConnectRequest = z.infer<typeof ConnectRequest>
