// @vitest-environment node
import { expect, test } from 'vitest'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { setUpOutcome } from './set-up-form.ts'

const error = (failure: ApiFailure) => new ApiError(failure)
const seen = (status: string, dataUpdatedAt: number) => ({
  data: { status, since: 0, looks: 1 },
  dataUpdatedAt,
})

test('a clear refusal needs no look', () => {
  const refused = error({ kind: 'throttled', retryAfterMs: null })
  expect(setUpOutcome(refused, seen('PROCESSING', refused.at))).toBe('refused')
})

test('a lost answer is unknown until the batch was looked at since', () => {
  const lost = error({ kind: 'unreachable' })
  expect(setUpOutcome(lost, { data: undefined, dataUpdatedAt: 0 })).toBe('unknown')
  expect(setUpOutcome(lost, seen('UNINITIALISED', lost.at - 1))).toBe('unknown')
  expect(setUpOutcome(lost, seen('UNINITIALISED', lost.at))).toBe('resting')
  expect(setUpOutcome(lost, seen('PROCESSING', lost.at + 900))).toBe('begun')
})
