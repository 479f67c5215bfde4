import type { ApiError } from './api-error.ts'

/** A batch's status with how long and how often it has been seen to be so. */
export type FollowedStatus = { status: string; since: number; looks: number }

const RESTING_MS = 30_000
const RESTING_FOR_MS = 10 * 60_000
const FIRST_MS = 2_000
const GROWTH = 1.5
const LONGEST_MS = 30_000
const FOLLOW_FOR_MS = 30 * 60_000

/** Adds one look: the count and the start are kept while the word stays the same. */
export function look(before: FollowedStatus | undefined, status: string, now: number) {
  return before?.status === status
    ? { ...before, looks: before.looks + 1 }
    : { status, since: now, looks: 1 }
}

/**
 * Milliseconds until the next look at a batch's status, or false for "only when asked".
 * A batch that is not set up yet does not change by itself, so it is looked at slowly and not for
 * long; one that is being set up is looked at in growing steps; a word this version does not know may
 * change, so it is followed slowly. `random` is from 0 to 1 and spreads many pages over time.
 */
export function nextLook(
  followed: FollowedStatus | undefined,
  error: ApiError | null,
  now: number,
  random: number,
): number | false {
  if (error) return afterError(error)
  if (!followed) return false
  const { status, since, looks } = followed
  if (status === 'READY' || status === 'ERROR') return false
  if (status === 'UNINITIALISED') return now - since < RESTING_FOR_MS ? RESTING_MS : false
  if (now - since > FOLLOW_FOR_MS) return false
  if (status !== 'PROCESSING') return LONGEST_MS
  const step = Math.min(FIRST_MS * GROWTH ** (looks - 1), LONGEST_MS)
  return step * (0.8 + 0.4 * random)
}

/** Asking again cannot help where the answer is a clear no. */
function afterError({ failure }: ApiError) {
  switch (failure.kind) {
    case 'unauthorized':
    case 'missing':
    case 'rejected':
      return false
    case 'throttled':
    case 'unavailable':
      return failure.retryAfterMs ?? LONGEST_MS
    case 'unreachable':
    case 'off-contract':
      return LONGEST_MS
  }
}
