import type { Attempt, Intent, Settlement } from './intent.ts'

/** From what nobody can tell to what is certain. A later word about a request only makes it surer. */
const CERTAINTY = [undefined, 'not-known', 'not-created', 'created'] as const

/** What there is to say about how an attempt ended. */
export type Ending = {
  /** The key of the attempt; the last one's unless given. */
  key?: string | undefined
  batchId?: string
  reason?: string
  quote?: string
}

/**
 * What all attempts of an intent say together. As long as one of them may have been carried out, and
 * none is known to have been, nobody can say that there is no batch: a clear no to one request says
 * nothing about another. `let-go` stays what it is until something is certain.
 */
export function stateOf({
  state,
  attempts,
  batchId,
}: Pick<Intent, 'state' | 'attempts' | 'batchId'>): Intent['state'] {
  const outcomes = attempts.map(({ outcome }) => outcome)
  if (state === 'created' || batchId !== undefined || outcomes.includes('created')) return 'created'
  if (outcomes.includes(undefined)) return 'sending'
  if (outcomes.includes('not-known')) return state === 'let-go' ? state : 'not-known'
  return 'not-created'
}

/** The attempts of which a batch has come or may have come, oldest first. */
export function attemptsInDoubt({ attempts }: Pick<Intent, 'attempts'>) {
  return attempts.filter(({ outcome }) => outcome !== 'not-created')
}

/**
 * An intent with one more attempt, which leaves now. Null when that must not be: it is settled, or is
 * being sent already.
 */
export function withAttempt(intent: Intent, attempt: Attempt): Intent | null {
  if (intent.state !== 'prepared' && intent.state !== 'not-known') return null
  return withState({ ...intent, attempts: [...intent.attempts, attempt] })
}

/** An intent without its last attempt, which did not leave. */
export function withoutLastAttempt(intent: Intent): Intent {
  return withState({ ...intent, attempts: intent.attempts.slice(0, -1) })
}

/**
 * An intent of which it became known how an attempt ended. Null when more is known of it already, as
 * when an answer comes after somebody else gave the window up. A batch that is there is never forgotten.
 */
export function withEnding(intent: Intent, outcome: Settlement, ending: Ending = {}) {
  const { key = intent.attempts.at(-1)?.key, batchId, ...words } = ending
  const found = intent.attempts.find((attempt) => attempt.key === key)
  if (found && certaintyOf(found.outcome) > certaintyOf(outcome)) return null
  if (!found && intent.attempts.length > 0 && outcome !== 'created') return null
  const attempts = intent.attempts.map((attempt) =>
    attempt === found ? { ...attempt, outcome, ...words } : attempt,
  )
  const known = intent.batchId ?? batchId
  return withState({ ...intent, attempts, ...(known !== undefined && { batchId: known }) })
}

/**
 * An intent whose window is gone: what never left was not created, how the rest ended is not known.
 * Null when nobody was at it.
 */
export function abandoned(intent: Intent) {
  if (intent.state === 'prepared') return withState(intent)
  return intent.state === 'sending' ? withEnding(intent, 'not-known') : null
}

/**
 * An intent whose batch was found. Which attempt made it is only known where one can have; null when
 * the intent is settled.
 */
export function withFound(intent: Intent, batchId: string) {
  if (intent.state !== 'not-known') return null
  const [only, ...others] = attemptsInDoubt(intent)
  return only && others.length === 0
    ? withEnding(intent, 'created', { key: only.key, batchId })
    : withState({ ...intent, batchId })
}

function withState(intent: Intent): Intent {
  return { ...intent, state: stateOf(intent) }
}

function certaintyOf(outcome: Settlement | undefined) {
  return CERTAINTY.indexOf(outcome)
}
