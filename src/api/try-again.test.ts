// @vitest-environment node
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, type ApiFailure } from './api-error.ts'
import { createQueryClient } from './query-client.ts'
import { stopTrying, waitToTryAgain } from './try-again.ts'
const throttled = (retryAfterMs: number | null): ApiFailure => ({ kind: 'throttled', retryAfterMs })
const unavailable = (retryAfterMs: number | null): ApiFailure => ({
  kind: 'unavailable',
  status: 503,
  detail: '',
  retryAfterMs,
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test.each([throttled, unavailable])('a busy place is given 1, 2, 4 and 8 s, then left', (busy) => {
  const waits = [0, 1, 2, 3, 4].map((tries) => waitToTryAgain(busy(null), tries))
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, null])
  expect(waitToTryAgain(busy(20_000), 0)).toBe(20_000)
})

test.each([
  [{ kind: 'missing', detail: '', feature: false }],
  [{ kind: 'unauthorized', status: 401, detail: '' }],
  [{ kind: 'off-contract', status: 200, detail: '' }],
] as const)('%o is not tried again by itself', (failure) => {
  expect(waitToTryAgain(failure, 0)).toBeNull()
})

/** A read that always fails like this, and how often it was tried. */
function failingRead(failure: ApiFailure) {
  const client = createQueryClient()
  const queryFn = vi.fn<() => Promise<string>>(() => Promise.reject(new ApiError(failure)))
  const observer = new QueryObserver(client, { queryKey: ['list'], queryFn })
  const stop = observer.subscribe(() => {})
  return { client, queryFn, observer, stop }
}

test('a read waits as long as it is told', async () => {
  const { queryFn, stop } = failingRead(throttled(20_000))
  await vi.advanceTimersByTimeAsync(19_900)
  expect(queryFn).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(queryFn).toHaveBeenCalledTimes(2)
  stop()
})

test('trying can be stopped: the failure stands, and nothing is asked any more', async () => {
  const { client, queryFn, observer, stop } = failingRead(throttled(20_000))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(observer.getCurrentResult()).toMatchObject({ isError: false, failureCount: 1 })
  await stopTrying(client, ['list'])
  expect(observer.getCurrentResult()).toMatchObject({
    isError: true,
    fetchStatus: 'idle',
    error: { failure: throttled(20_000) },
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(queryFn).toHaveBeenCalledTimes(1)
  stop()
})
