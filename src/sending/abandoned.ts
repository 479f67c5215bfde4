import { lastSentAt, type Intent } from '#storage/intent.ts'
import { settleAbandoned } from '#storage/outbox.ts'
import { alone } from './alone.ts'

/** A page waits a minute for an answer; after this it is gone, or its computer slept. */
const SURELY_OVER_MS = 90_000

/** Whether somebody may still be working on an intent, by its age alone. A clock may have been set. */
function mayBeAlive(intent: Intent, now: number) {
  return Math.abs(now - lastSentAt(intent)) < SURELY_OVER_MS
}

/**
 * Writes down what is known of an intent that was begun in a window which is gone. For whoever holds
 * its draft alone; `sure` as `alone` says it. Gives the intent when it was changed.
 */
export async function takeOver(intent: Intent, sure: boolean): Promise<Intent | null> {
  if (intent.state !== 'prepared' && intent.state !== 'sending') return null
  if (!sure && mayBeAlive(intent, Date.now())) return null
  return settleAbandoned(intent.id)
}

/** The same where nobody holds the draft: an intent that another window works on is left to it. */
export async function takeOverIfAbandoned(intent: Intent): Promise<Intent | null> {
  return alone(intent.draft, (sure) => takeOver(intent, sure))
}
