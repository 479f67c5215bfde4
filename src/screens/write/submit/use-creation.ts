import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ApiFailure } from '#api/api-error.ts'
import { waitByItself } from '#api/try-again.ts'
import type { Backend } from '#contract/app-config.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import type { Batch } from '#contract/answers.ts'
import type { Outcome } from '#outbox/send/create-once.ts'
import { useOnce } from '#ui/use-once.ts'
import type { Intent } from '#outbox/store/intent.ts'

/** What is to be created, as the exact bytes of its request, with the backend it was made for. */
export type Sending = {
  backend: Backend
  draft: string
  request: CreateBatchRequest
  body: string
}

export type CreationState =
  | { kind: 'idle' }
  | { kind: 'busy' }
  /** Nothing was sent: there is no network, or no room to write down that something is sent. */
  | { kind: 'offline' }
  | { kind: 'not-written' }
  /** Another window is sending this draft. */
  | { kind: 'elsewhere' }
  /** `readyAt`: when a busy environment may be asked again, in milliseconds since 1970. */
  | { kind: 'refused'; failure: ApiFailure; readyAt: number | null }
  | { kind: 'created-before'; intent: Intent }
  /** Something failed after the request may have left: a batch may have come of it. */
  | { kind: 'unclear' }

type Handlers = {
  onCreated: (batch: Batch, sending: Sending) => void
  onRefused: (failure: ApiFailure) => void
  /** How it ended, or how an earlier sending did, is not known: that is said above every screen. */
  onNotKnown: () => void
}

export type Creation = ReturnType<typeof useCreation>

/** Loads with the part that explains failures, so that it is there when the server is out of reach. */
const loadSending = () => import('#outbox/send/create-and-note.ts')

/** Sends a batch to be created, at most once at a time, and keeps how it ended. */
export function useCreation({ onCreated, onRefused, onNotKnown }: Handlers) {
  const client = useQueryClient()
  const { once, isLocked } = useOnce()
  const busyAnswers = useRef(0)
  const [state, setState] = useState<CreationState>({ kind: 'idle' })

  /** Whoever is told no wait waits longer each time. */
  const readyAt = ({ failure, at }: { failure: ApiFailure; at: number }) => {
    if (failure.kind !== 'throttled') return null
    busyAnswers.current += 1
    return at + (failure.retryAfterMs ?? waitByItself(busyAnswers.current - 1))
  }

  const stateAfter = (outcome: Outcome): CreationState => {
    switch (outcome.kind) {
      case 'created':
      case 'not-known':
      case 'open':
        return { kind: 'idle' }
      case 'not-created':
        return { kind: 'refused', failure: outcome.failure, readyAt: readyAt(outcome) }
      case 'created-before':
        return { kind: 'created-before', intent: outcome.intent }
      case 'offline':
      case 'elsewhere':
      case 'not-written':
        return { kind: outcome.kind }
    }
  }

  const tell = (outcome: Outcome, sending: Sending) => {
    if (outcome.kind === 'created') onCreated(outcome.batch, sending)
    if (outcome.kind === 'not-created') onRefused(outcome.failure)
    if (outcome.kind === 'not-known' || outcome.kind === 'open') onNotKnown()
  }

  return {
    state,
    busy: state.kind === 'busy',
    /** Whether a request of this page is on its way, known within the same tick. */
    isLocked,
    /** `evenIfCreated` makes a second batch of a draft that became one: somebody was asked. */
    send: (sending: Sending, { evenIfCreated = false } = {}) =>
      once(async () => {
        setState({ kind: 'busy' })
        // What fails from here on is told by how far it had come, whoever is to blame.
        let next: CreationState = { kind: 'not-written' }
        try {
          const { createAndNote } = await loadSending()
          next = { kind: 'unclear' }
          const outcome = await createAndNote(client, sending, { evenIfCreated })
          next = stateAfter(outcome)
          tell(outcome, sending)
        } finally {
          setState(next)
        }
      }),
    /** Whether the environment asked to wait, and that is not over. */
    mustWait: () => state.kind === 'refused' && Date.now() < (state.readyAt ?? 0),
    /** Lets the last outcome go. */
    forget: () => setState({ kind: 'idle' }),
  }
}
