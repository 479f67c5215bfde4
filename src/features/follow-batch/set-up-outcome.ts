import type { ApiError } from '#api/api-error.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import type { FollowedStatus } from '#api/follow-status.ts'

/** The last look at a batch's status, as react-query keeps it. */
export type LastLook = { data: FollowedStatus | undefined; dataUpdatedAt: number }

/**
 * What is known about a set-up that was sent and not answered with a yes: `refused` it was not begun,
 * `unknown` until somebody has looked at the batch since, then `begun` or `resting`. Only a resting
 * batch may be sent the same again.
 */
export function setUpOutcome({ failure, at }: ApiError, { data, dataUpdatedAt }: LastLook) {
  if (!mayHaveHappened(failure)) return 'refused'
  if (data === undefined || dataUpdatedAt < at) return 'unknown'
  return data.status === 'UNINITIALISED' ? 'resting' : 'begun'
}
