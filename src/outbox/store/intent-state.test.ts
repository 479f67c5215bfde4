import { describe, expect, test } from 'vitest'
import { newIntent, type Attempt, type Intent, type Settlement } from './intent.ts'
import {
  abandoned,
  attemptsInDoubt,
  stateOf,
  withAttempt,
  withEnding,
  withFound,
  withoutLastAttempt,
} from './intent-state.ts'

const wish = { draft: 'd', place: 'practice', workspace_id: 'w', name: 'n', body: '{}' } as const
const settlements: readonly Settlement[] = ['created', 'not-created', 'not-known']
const MOST_ATTEMPTS = 3
const MOST_STEPS = 7

const outcomesOf = ({ attempts }: Intent) => attempts.map(({ outcome }) => outcome)
const keyAt = (attempt: number) => `key.${attempt + 1}`
const attemptAt = (attempt: number): Attempt => ({ key: keyAt(attempt), at: attempt })

/** Whatever can happen to an intent next, from any window, each as what it is called and what it makes. */
function* stepsFrom(intent: Intent): Generator<[string, Intent | null]> {
  const { length } = intent.attempts
  if (length < MOST_ATTEMPTS) yield ['sent', withAttempt(intent, attemptAt(length))]
  // Only what was just begun is taken back: the disk failed before it left.
  if (outcomesOf(intent).at(-1) === undefined && length > 0) {
    yield ['taken back', withoutLastAttempt(intent)]
  }
  yield ['window gone', abandoned(intent)]
  yield ['found', withFound(intent, 'batch')]
  if (intent.state === 'not-known') yield ['let go', { ...intent, state: 'let-go' }]
  for (let at = 0; at < length; at += 1) {
    for (const outcome of settlements) {
      const batchId = outcome === 'created' ? { batchId: `batch ${at}` } : {}
      yield [`${keyAt(at)} ${outcome}`, withEnding(intent, outcome, { key: keyAt(at), ...batchId })]
    }
  }
}

type Way = { way: readonly string[]; before: Intent; after: Intent }

/** Every step of every way that an intent can go; what two ways make alike is gone on from once. */
function* everyWay(): Generator<Way> {
  const open: { way: readonly string[]; intent: Intent }[] = [{ way: [], intent: newIntent(wish) }]
  const seen = new Set<string>()
  for (let next = open.pop(); next; next = open.pop()) {
    for (const [step, after] of stepsFrom(next.intent)) {
      if (!after) continue
      const way = [...next.way, step]
      yield { way, before: next.intent, after }
      const known = JSON.stringify([way.length, after.state, after.batchId, outcomesOf(after)])
      if (way.length >= MOST_STEPS || seen.has(known)) continue
      seen.add(known)
      open.push({ way, intent: after })
    }
  }
}

describe('whatever happens to an intent, in whatever order', () => {
  const ways = [...everyWay()]
  /** The ways on which something is not as it must be. */
  const waysWithout = (isRight: (way: Way) => boolean) =>
    ways.filter((way) => !isRight(way)).map(({ way }) => way.join(', '))

  test('it is not created only when each of its requests certainly was not carried out', () => {
    const wrong = waysWithout(({ after }) => {
      const certainlyNot = outcomesOf(after).every((outcome) => outcome === 'not-created')
      return (after.state === 'not-created') === (certainlyNot && after.state !== 'created')
    })
    expect(wrong).toEqual([])
  })

  test('it stays open, or let go by somebody, while a request may have been carried out', () => {
    const wrong = waysWithout(({ after }) => {
      const outcomes = attemptsInDoubt(after).map(({ outcome }) => outcome)
      if (after.state === 'created' || outcomes.length === 0) return true
      return outcomes.includes(undefined)
        ? after.state === 'sending'
        : ['not-known', 'let-go'].includes(after.state)
    })
    expect(wrong).toEqual([])
  })

  test('a batch that is there is never forgotten, nor taken for another', () => {
    const wrong = waysWithout(
      ({ before, after }) =>
        (before.state !== 'created' || after.state === 'created') &&
        (before.batchId === undefined || after.batchId === before.batchId) &&
        (after.state !== 'created' || after.batchId !== undefined),
    )
    expect(wrong).toEqual([])
  })

  test('what is certain about a request stays so', () => {
    const wrong = waysWithout(({ before, after }) =>
      outcomesOf(before).every((outcome, at) => {
        const since = outcomesOf(after)[at]
        if (outcome === 'created') return since === 'created'
        return outcome !== 'not-created' || since !== 'not-known'
      }),
    )
    expect(wrong).toEqual([])
  })

  test('nothing is sent while a request is on its way, nor after it is settled', () => {
    const wrong = waysWithout(
      ({ way, before }) =>
        way.at(-1) !== 'sent' || ['prepared', 'not-known'].includes(before.state),
    )
    expect(wrong).toEqual([])
  })

  test('what somebody let go comes back only as something certain', () => {
    const wrong = waysWithout(
      ({ before, after }) =>
        before.state !== 'let-go' || ['let-go', 'created', 'not-created'].includes(after.state),
    )
    expect(wrong).toEqual([])
  })
})

const intentWith = (...outcomes: Attempt['outcome'][]): Intent => {
  const attempts = outcomes.map((outcome, at) => ({
    ...attemptAt(at),
    ...(outcome && { outcome }),
  }))
  const intent: Intent = { ...newIntent(wish), attempts }
  return { ...intent, state: stateOf(intent) }
}

test('an answer that comes late is that of its own request, not of the last one', () => {
  const sentAgain = intentWith('not-known', undefined)
  const after = withEnding(sentAgain, 'not-created', { key: keyAt(0), reason: 'No.' })
  expect(after).toMatchObject({
    state: 'sending',
    attempts: [{ outcome: 'not-created', reason: 'No.' }, { key: keyAt(1) }],
  })
  expect(after && outcomesOf(after)).toEqual(['not-created', undefined])
})

test('an answer to a request that nobody knows of changes nothing, unless it is a batch', () => {
  const intent = intentWith('not-known')
  expect(withEnding(intent, 'not-created', { key: 'another' })).toBeNull()
  expect(withEnding(intent, 'created', { key: 'another', batchId: 'b' })).toMatchObject({
    state: 'created',
    batchId: 'b',
  })
})

test('a batch that was found came of the one request that can have made it', () => {
  expect(withFound(intentWith('not-known', 'not-created'), 'b')).toMatchObject({
    state: 'created',
    attempts: [{ outcome: 'created' }, { outcome: 'not-created' }],
  })
  // Either can have made it, and the other may have made one too.
  const either = withFound(intentWith('not-known', 'not-known'), 'b')
  expect(either && attemptsInDoubt(either)).toHaveLength(2)
})
