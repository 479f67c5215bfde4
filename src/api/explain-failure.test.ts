// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { ApiFailure } from './api-error.ts'
import { explainFailure, mayHaveHappened } from './explain-failure.ts'

const rejected = (status: number): ApiFailure => ({
  kind: 'rejected',
  status,
  detail: 'Workspace not found.',
  fields: {},
  issues: [],
})

const unavailable = (retryAfterMs: number | null): ApiFailure => ({
  kind: 'unavailable',
  status: 503,
  detail: '',
  retryAfterMs,
})

describe('the words for a failure', () => {
  test.each([
    [{ kind: 'unreachable' }, 'Prolific could not be reached.', 'retry'],
    [rejected(400), 'Prolific did not accept this (400).', 'fix'],
    [
      { kind: 'unauthorized', status: 401, detail: '' },
      'Prolific did not accept the token (401).',
      'connect',
    ],
    [
      { kind: 'unauthorized', status: 403, detail: '' },
      'Prolific does not allow this (403).',
      'access',
    ],
    [
      { kind: 'missing', detail: '', feature: false },
      'Prolific does not know this id (404).',
      'look',
    ],
    [
      { kind: 'missing', detail: '', feature: true },
      'This workspace has no access to Task Builder in Prolific (404).',
      'access',
    ],
    [{ kind: 'throttled', retryAfterMs: null }, 'Prolific is busy (429).', 'wait'],
    [unavailable(null), 'Prolific has an internal problem (503).', 'wait'],
    [
      { kind: 'off-contract', status: 200, detail: 'The answer was not JSON.' },
      'Prolific answered in a way this version does not understand.',
      'retry',
    ],
  ] as const)('%o is titled %s and leads to %s', (failure, title, next) => {
    expect(explainFailure(failure, 'Prolific')).toMatchObject({ title, next })
  })

  test("the place's own words are quoted, not mixed with ours", () => {
    const { quote, sentence } = explainFailure(rejected(400), 'Practice')
    expect(quote).toBe('Workspace not found.')
    expect(sentence).not.toContain('Workspace not found.')
  })

  test.each([
    [null, 'Wait a moment, then try again.'],
    [400, 'Wait a second, then try again.'],
    [20_000, 'Wait 20 seconds, then try again.'],
    [300_000, 'Wait 5 minutes, then try again.'],
  ])('a wait of %o ms reads "%s"', (retryAfterMs, words) => {
    expect(explainFailure({ kind: 'throttled', retryAfterMs }, 'Prolific').sentence).toContain(
      words,
    )
    expect(explainFailure(unavailable(retryAfterMs), 'Prolific').sentence).toContain(words)
  })
})

test('a write may have happened unless it was clearly refused', () => {
  expect(mayHaveHappened({ kind: 'unreachable' })).toBe(true)
  expect(mayHaveHappened(unavailable(null))).toBe(true)
  expect(mayHaveHappened({ kind: 'off-contract', status: 201, detail: '' })).toBe(true)
  expect(mayHaveHappened(rejected(409))).toBe(true)
  expect(mayHaveHappened(rejected(400))).toBe(false)
  expect(mayHaveHappened({ kind: 'throttled', retryAfterMs: null })).toBe(false)
  expect(mayHaveHappened({ kind: 'unauthorized', status: 401, detail: '' })).toBe(false)
})

test('what our own server could not send on was not sent, and may be sent again', () => {
  const failure = {
    kind: 'unavailable',
    status: 502,
    detail: 'Nothing was sent.',
    retryAfterMs: null,
    notSent: true,
  } as const
  expect(mayHaveHappened(failure)).toBe(false)
  expect(explainFailure(failure, 'Prolific').title).toContain('Nothing was sent')
  const detail = 'This server’s disk is full.'
  const full = explainFailure({ ...failure, status: 503, detail }, 'Practice')
  expect(full.title).toContain('Nothing was sent')
  expect([full.quote, full.sentence]).toEqual([detail, expect.not.stringContaining('network')])
})
