import type { ApiFailure } from './api-error.ts'
import type { QueryClient, QueryKey, UseQueryResult } from '@tanstack/react-query'

const WAITS_MS = [1_000, 2_000, 4_000, 8_000]

/** A connection that is not there comes back rarely by itself; an environment that is busy does. */
const TRIES = { unreachable: 2, throttled: 4, unavailable: 4 }

/**
 * How long a read waits before it is tried again by itself, in milliseconds: what the environment asks for,
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

/** Stops a read that would be tried again by itself: its last failure stands as how it ended. */
export async function stopTrying(client: QueryClient, queryKey: QueryKey) {
  const query = client.getQueryCache().find({ queryKey, exact: true })
  const failure = query?.state.fetchFailureReason
  await client.cancelQueries({ queryKey, exact: true })
  if (query && failure) {
    query.setState({ status: 'error', error: failure, errorUpdatedAt: Date.now() })
  }
}

/**
 * Whether a read has failed and is going to be tried again by itself: why, and when, in milliseconds
 * since 1970.
 */
export function tryingAgain(
  query: Pick<UseQueryResult, 'fetchStatus' | 'failureCount' | 'failureReason'>,
): { failure: ApiFailure; nextAt: number } | null {
  const { fetchStatus, failureCount, failureReason } = query
  if (fetchStatus === 'idle' || failureReason === null) return null
  const { failure, at } = failureReason
  const wait = waitToTryAgain(failure, failureCount - 1)
  return wait === null ? null : { failure, nextAt: at + wait }
}
