import type { Context } from 'hono'
import { refuse } from './answers.ts'
import { DroppedConnection } from './dropped-connection.ts'
import { logFailure } from './log.ts'

/**
 * The last resort for what a handler throws: a 500 without any inside knowledge. A dropped connection
 * is thrown on, because nothing may answer it.
 */
export function answerFailure(error: Error, _context: Context) {
  if (error instanceof DroppedConnection) throw error
  logFailure(error)
  return refuse(500, 'Server error', 'Something went wrong in this server.')
}
