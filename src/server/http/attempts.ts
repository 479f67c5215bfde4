import type { Context } from 'hono'
import * as z from 'zod/mini'

/** Enough for somebody who mistypes, and nothing for somebody who guesses. */
const MOST_TRIES = 20
const WINDOW_MS = 60_000
const MOST_CALLERS = 1_000

/** What the listener knows of a connection; nothing when an app is called without one. */
const Connection = z.object({ remoteAddress: z.optional(z.string()) })
export type Connection = z.infer<typeof Connection>

const callerOf = (c: Context) => Connection.safeParse(c.env).data?.remoteAddress ?? ''

/** Bounds how often one address may try a secret: some times a minute. */
export function createAttempts({ most = MOST_TRIES, now = Date.now } = {}) {
  const windows = new Map<string, { since: number; tries: number }>()

  return {
    /** Counts a try. Returns the seconds to wait when there were too many, and 0 otherwise. */
    count(c: Context) {
      const caller = callerOf(c)
      const known = windows.get(caller)
      const { since, tries } =
        known && now() - known.since < WINDOW_MS ? known : { since: now(), tries: 0 }
      windows.delete(caller)
      windows.set(caller, { since, tries: tries + 1 })
      const [oldest] = windows.keys()
      if (windows.size > MOST_CALLERS && oldest !== undefined) windows.delete(oldest)
      return tries < most ? 0 : Math.ceil((since + WINDOW_MS - now()) / 1000)
    },
    /** Starts to count anew, after a try that was right. */
    forget: (c: Context) => windows.delete(callerOf(c)),
  }
}
