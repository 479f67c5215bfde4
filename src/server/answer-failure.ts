import type { Context } from 'hono'
import { refuse } from './answers.ts'
import { storedNothing } from './database-errors.ts'
import { DroppedConnection } from './dropped-connection.ts'
import { markWentNoFurther } from './gateway/went-no-further.ts'
import { logFailure } from './log.ts'

/**
 * The answer to what a handler throws: a 503 when there was no room for a change, and as the last resort
 * a 500 without any inside knowledge. A dropped connection is thrown on, because nothing may answer it.
 */
export function answerFailure(error: Error, context: Context) {
  if (error instanceof DroppedConnection) throw error
  logFailure(error)
  if (storedNothing(error)) {
    markWentNoFurther(context)
    return refuse(
      503,
      'No room on the disk',
      'The disk of this server is full. Nothing was stored. Free some space there, and try again.',
      { information: 'not-sent' },
    )
  }
  return refuse(500, 'Server error', 'Something went wrong in this server.')
}
