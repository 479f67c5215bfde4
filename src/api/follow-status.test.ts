import { describe, expect, test } from 'vitest'
import { ApiError, type ApiFailure } from './api-error.ts'
import { look, nextLook } from './follow-status.ts'

const MINUTE = 60_000
const now = 1_000_000_000

const next = (status: string, { looks = 1, forMs = 0, random = 0.5 } = {}) =>
  nextLook({ status, looks, since: now - forMs }, null, now, random)

test('looks are counted and dated for as long as the word stays the same', () => {
  const first = look(undefined, 'PROCESSING', 1)
  const second = look(first, 'PROCESSING', 2)
  expect(second).toEqual({ status: 'PROCESSING', since: 1, looks: 2 })
  expect(look(second, 'READY', 3)).toEqual({ status: 'READY', since: 3, looks: 1 })
})

describe('the time to the next look', () => {
  test.each(['READY', 'ERROR'])('there is none after %s', (status) => {
    expect(next(status)).toBe(false)
  })

  test('grows while a batch is being set up, up to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 20].map((looks) => next('PROCESSING', { looks }))
    expect(waits).toEqual([2000, 3000, 4500, 6750, 10_125, 30_000])
  })

  test('is spread by a fifth, so that many pages do not ask at once', () => {
    expect(next('PROCESSING', { random: 0 })).toBeCloseTo(1600)
    expect(next('PROCESSING', { random: 1 })).toBeCloseTo(2400)
  })

  test('is long for a batch that rests, and ends after ten minutes', () => {
    expect(next('UNINITIALISED', { looks: 9, forMs: 9 * MINUTE })).toBe(30_000)
    expect(next('UNINITIALISED', { forMs: 10 * MINUTE })).toBe(false)
  })

  test('is long for a word that this version does not know', () => {
    expect(next('PAUSED_X')).toBe(30_000)
  })

  test.each(['PROCESSING', 'PAUSED_X'])('ends half an hour after the first %s', (status) => {
    expect(next(status, { forMs: 31 * MINUTE })).toBe(false)
  })

  test('is none before anything is known', () => {
    expect(nextLook(undefined, null, now, 0.5)).toBe(false)
  })
})

describe('the time to the next look after a failed one', () => {
  const after = (failure: ApiFailure) =>
    nextLook({ status: 'PROCESSING', looks: 1, since: now }, new ApiError(failure), now, 0.5)

  test.each([
    { kind: 'unauthorized', status: 401, detail: '' },
    { kind: 'missing', detail: '', feature: false },
    { kind: 'rejected', status: 400, detail: '', fields: {}, issues: [] },
  ] as const)('there is none where the answer was a clear no: $kind', (failure) => {
    expect(after(failure)).toBe(false)
  })

  test('is what the backend asked for, or half a minute', () => {
    expect(after({ kind: 'throttled', retryAfterMs: 20_000 })).toBe(20_000)
    expect(after({ kind: 'throttled', retryAfterMs: null })).toBe(30_000)
    expect(after({ kind: 'unavailable', status: 503, detail: '', retryAfterMs: null })).toBe(30_000)
    expect(after({ kind: 'unreachable' })).toBe(30_000)
  })
})
