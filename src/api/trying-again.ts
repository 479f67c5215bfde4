import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiFailure } from './api-error.ts'
import { waitToTryAgain } from './try-again.ts'

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
