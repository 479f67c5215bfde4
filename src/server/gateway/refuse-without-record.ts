import type { MiddlewareHandler } from 'hono'
import { refuse } from '#server/http/answers.ts'
import { changesSomething } from '#server/http/serve-routes.ts'
import { markNotForwarded } from './not-forwarded.ts'

/**
 * Lets nothing be changed where nothing can be deleted, while there is no lasting record of what was
 * sent: after a crash of this server a repetition would be carried out again.
 */
export const refuseWithoutRecord: MiddlewareHandler = async (c, next) => {
  const { method, path } = c.req
  if (!(changesSomething(method, path) ?? method !== 'GET')) return next()
  markNotForwarded(c)
  return refuse(
    503,
    'No record of requests',
    'This server cannot keep its record of requests, so it changes nothing in Prolific. The server printed the reason when it started.',
    { information: 'not-sent' },
  )
}
