import type { ApiFailure } from './api-error.ts'

const WAITS_MS = [1_000, 2_000, 4_000, 8_000]

/** A connection that is not there comes back rarely by itself; a place that is busy does. */
const TRIES = { unreachable: 2, throttled: 4, unavailable: 4 }

/**
 * How long a read waits before it is tried again by itself, in milliseconds: what the place asks for,
 * otherwise 1, 2, 4 and 8 seconds. Null when it stops there, or where trying again cannot help.
 * `tries` counts from 0. Writes are never tried again by themselves.
 */
export function waitToTryAgain(failure: ApiFailure, tries: number): number | null {
  switch (failure.kind) {
    case 'throttled':
    case 'unavailable':
      return tries < TRIES[failure.kind] ? (failure.retryAfterMs ?? waitByItself(tries)) : null
    case 'unreachable':
      return tries < TRIES.unreachable ? waitByItself(tries) : null
    case 'rejected':
    case 'unauthorized':
    case 'missing':
    case 'off-contract':
      return null
  }
}

/** 1, 2, 4, then 8 seconds. `tries` counts from 0. */
export function waitByItself(tries: number) {
  return WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0
}
