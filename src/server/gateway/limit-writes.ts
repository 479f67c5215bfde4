import { markNotForwarded } from './not-forwarded.ts'
import type { MiddlewareHandler } from 'hono'
import { refuse } from '#server/http/answers.ts'
import { createAttempts } from '#server/http/attempts.ts'
import { changesSomething } from '#server/http/serve-routes.ts'

type Options = {
  /** How many a minute one address may make; 0 for as many as it likes. */
  perMinute: number
  now?: (() => number) | undefined
}

/**
 * Bounds how often one address may change something at Prolific: far above what people do by hand, and
 * far below what a page that has lost its mind would do to a workspace in which nothing can be deleted.
 * Answers 429 with `Retry-After`, and nothing has been sent then.
 */
export function limitWrites({ perMinute, now = Date.now }: Options): MiddlewareHandler {
  const attempts = createAttempts({ most: perMinute, now })

  return async (c, next) => {
    const { method, path } = c.req
    const isWrite = changesSomething(method, path) ?? method !== 'GET'
    const wait = perMinute === 0 || !isWrite ? 0 : attempts.count(c)
    if (wait === 0) return next()
    markNotForwarded(c)
    return refuse(
      429,
      'Too many requests',
      `This server passes on at most ${perMinute} changes per minute. Nothing was sent.`,
      { headers: { 'retry-after': String(wait) }, information: 'not-sent' },
    )
  }
}
