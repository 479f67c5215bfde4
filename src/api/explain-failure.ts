import type { ApiFailure } from './api-error.ts'

/**
 * What helps next: `retry` now or `wait` first, `connect` the environment with a valid token, `fix` what was
 * sent, `look` up the id or the environment, or ask the provider for `access`.
 */
export type NextStep = 'retry' | 'wait' | 'connect' | 'fix' | 'look' | 'access'

export type Explanation = {
  /** A sentence that names the environment and what happened. */
  title: string
  /** What it means and what to do about it. */
  sentence: string
  /** The environment's own words, as plain text; empty when it gave none. */
  quote: string
  next: NextStep
}

/**
 * Words for every way a request can fail. `place` is the environment's name as people read it. Screens may
 * put their own title in front ("Not created") or name what they looked for; nobody else reads status
 * codes.
 */
export function explainFailure(failure: ApiFailure, place: string): Explanation {
  switch (failure.kind) {
    case 'unreachable':
      return {
        title: `${place} could not be reached.`,
        sentence:
          'There was no answer. Check that you are online and that Batch Composer is still running.',
        quote: '',
        next: 'retry',
      }
    case 'rejected':
      return {
        title: `${place} did not accept this (${failure.status}).`,
        sentence: rejectedSentence(failure.status),
        quote: failure.detail,
        next: 'fix',
      }
    case 'unauthorized':
      if (failure.notConnected) {
        return {
          title: `You are not connected to ${place}.`,
          sentence: 'The server has no token, or has forgotten it. Nothing was sent.',
          quote: '',
          next: 'connect',
        }
      }
      return failure.status === 401
        ? {
            title: `${place} did not accept the token (401).`,
            sentence: 'It may have been deleted, or copied only in part. Your text is untouched.',
            quote: failure.detail,
            next: 'connect',
          }
        : {
            title: `${place} does not allow this (403).`,
            sentence: 'The owner of the token may not be a member of this workspace.',
            quote: failure.detail,
            next: 'access',
          }
    case 'missing':
      return failure.feature
        ? {
            title: `This workspace has no access to Task Builder in ${place} (404).`,
            sentence: `Ask ${place} support to turn it on, or choose another workspace.`,
            quote: failure.detail,
            next: 'access',
          }
        : {
            title: `${place} does not know this id (404).`,
            sentence:
              'It may be mistyped, or you may not have access to it. Practice and Prolific do not share ids.',
            quote: failure.detail,
            next: 'look',
          }
    case 'throttled':
      return {
        title: `${place} is busy (429).`,
        sentence: `Too many requests in a short time. ${waitSentence(failure.retryAfterMs)}`,
        quote: '',
        next: 'wait',
      }
    case 'unavailable':
      if (failure.notSent && failure.status === 503) {
        return {
          title: `${place} cannot accept requests at the moment (503). Nothing was sent.`,
          sentence: 'The problem is on the computer that runs Batch Composer. Your text is kept.',
          quote: failure.detail,
          next: 'wait',
        }
      }
      if (failure.notSent) {
        return {
          title: `${place} could not be reached from the server. Nothing was sent to it.`,
          sentence: 'Check the network of the computer that runs Batch Composer, then try again.',
          quote: '',
          next: 'retry',
        }
      }
      return {
        title: `${place} has an internal problem (${failure.status}).`,
        sentence: `Nothing you entered caused it. ${waitSentence(failure.retryAfterMs)}`,
        quote: failure.detail,
        next: 'wait',
      }
    case 'off-contract':
      return {
        title: `${place} answered in a way this version does not understand.`,
        sentence: `${failure.detail} Try again. If this keeps happening, you may need a newer version.`,
        quote: '',
        next: 'retry',
      }
  }
}

/**
 * Whether a write that ended like this may have been carried out all the same: then it must not be
 * sent again before somebody has looked. A conflict (409) hints at an earlier request that was.
 */
export function mayHaveHappened(failure: ApiFailure) {
  switch (failure.kind) {
    case 'unavailable':
      return !failure.notSent
    case 'unreachable':
    case 'off-contract':
      return true
    case 'rejected':
      return failure.status === 409
    case 'unauthorized':
    case 'missing':
    case 'throttled':
      return false
  }
}

function rejectedSentence(status: number) {
  if (status === 413) return 'The request is too large. Shorten the texts.'
  if (status === 422)
    return 'Some questions are not valid. See the messages at the field Questions.'
  return 'Correct what it names, then try again.'
}

function waitSentence(retryAfterMs: number | null) {
  if (retryAfterMs === null) return 'Wait a moment, then try again.'
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000))
  if (seconds === 1) return 'Wait a second, then try again.'
  return seconds < 120
    ? `Wait ${seconds} seconds, then try again.`
    : `Wait ${Math.ceil(seconds / 60)} minutes, then try again.`
}
