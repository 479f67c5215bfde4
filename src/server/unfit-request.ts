import type { IncomingMessage } from 'node:http'
import { refuseBroken } from './node-listener.ts'

/** More than any browser or gateway sends. Node would leave out what is beyond its own limit unsaid. */
const MOST_HEADER_LINES = 100

/**
 * The refusal of a request that would not reach the app as it was sent: one whose target is not the path
 * alone, so that it could name another server than its Host does, and one with too many header lines.
 * Undefined for every other.
 */
export function refuseUnfit({ url = '', rawHeaders }: IncomingMessage) {
  if (!url.startsWith('/')) {
    return refuseBroken(
      400,
      'Ask for the path alone, such as /config.json, not for a whole address.',
    )
  }
  // Names and values take turns.
  return rawHeaders.length / 2 > MOST_HEADER_LINES
    ? refuseBroken(431, `A request may have ${MOST_HEADER_LINES} header lines at most.`)
    : undefined
}
