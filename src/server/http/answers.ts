import { markNotForwarded } from '#server/gateway/not-forwarded.ts'
import type { Context } from 'hono'
import { storedNothing } from '#server/database/database-errors.ts'
import { logFailure } from './log.ts'

/**
 * Thrown by a handler that plays a broken connection. Nothing answers it: in process the request
 * rejects, as `fetch` does; behind a port the socket is destroyed.
 */
export class DroppedConnection extends Error {
  override name = 'DroppedConnection'
}

type Detail = string | string[] | Record<string, string[]>

/** A JSON answer. The parts of an app never write bodies by hand, so every answer is JSON. */
export function answerJson(body: unknown, status = 200, headers: Record<string, string> = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/**
 * A refusal in the API's nested envelope. The provider's own `error_code` numbers are not public;
 * these are made up, one per status.
 */
export function refuse(
  status: number,
  title: string,
  detail: Detail,
  { headers = {}, information }: { headers?: Record<string, string>; information?: string } = {},
) {
  const error = { status, error_code: 100_000 + status, title, detail }
  return answerJson(
    { error: information ? { ...error, additional_information: information } : error },
    status,
    headers,
  )
}

export const notFound = (detail: string) => refuse(404, 'Not found', detail)

/** For a path that exists, called with a method that it does not have. */
export function wrongMethod(allowed: readonly string[]) {
  return refuse(405, 'Method not allowed', `This address takes ${allowed.join(' and ')} only.`, {
    headers: { allow: allowed.join(', ') },
  })
}

/**
 * The answer to what a handler throws: a 503 when there was no room for a change, and as the last resort
 * a 500 without any inside knowledge. A dropped connection is thrown on, because nothing may answer it.
 */
export function answerFailure(error: Error, context: Context) {
  if (error instanceof DroppedConnection) throw error
  logFailure(error)
  if (storedNothing(error)) {
    markNotForwarded(context)
    return refuse(
      503,
      'No room on the disk',
      'This server’s disk is full. Nothing was stored. Free some space there, and try again.',
      { information: 'not-sent' },
    )
  }
  return refuse(500, 'Server error', 'Something went wrong on this server.')
}
