import { lastSentAt } from '#outbox/store/outbox-entry.ts'
import type { Backend } from '#contract/app-config.ts'
import { type Intent } from '#outbox/store/intent.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { exactMoment, exactTime, exactTimeOf } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { NotKnown } from './NotKnown.tsx'
import { OfBatch } from './OfBatch.tsx'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { attemptsInDoubt } from '#outbox/store/intent-state.ts'
import { findDoubles } from '#outbox/reconcile/reconcile.ts'
import styles from './UncertainSends.module.css'

const LOOKS = 3

const BETWEEN_LOOKS_MS = 20_000

/** Looks three times within a minute: what was sent first may be carried out last. */
const doublesOf = (backend: Backend, intent: Intent) =>
  queryOptions({
    queryKey: [backend.place, 'doubles', intent.id],
    queryFn: ({ client }) => findDoubles(client, backend, intent),
    retry: false,
    refetchInterval: ({ state }) => {
      const looks = state.dataUpdateCount + state.errorUpdateCount
      return state.data?.length || looks >= LOOKS ? false : BETWEEN_LOOKS_MS
    },
  })

type UncertainSendProps = {
  intent: Intent
  /** Undefined where this server does not offer the environment, or has not said so yet. */
  backend: Backend | undefined
  /** Called when somebody has seen how it ended. */
  onDone: () => void
}

/** One send that is or was uncertain, as far as it is known by now. */
export function UncertainSend({ intent, backend, onDone }: UncertainSendProps) {
  const { name, place: environment, state, batchId } = intent
  const last = intent.attempts.at(-1)
  const sentAgain = mayBeDoubled(intent)

  switch (state) {
    case 'not-known':
      return <NotKnown intent={intent} backend={backend} />
    case 'prepared':
    case 'sending':
      return <Notice tone="info" role="status" title={`“${name}” is being sent…`} />
    case 'created':
      return (
        <Notice
          tone="good"
          role="status"
          title={sentAgain ? 'Your batch was created.' : 'Found it: your batch was created.'}
          actions={
            <>
              <LinkButton
                kind="primary"
                href={`/${environment}/batches/${batchId ?? ''}`}
                onClick={onDone}
              >
                Open it
                <OfBatch name={name} />
              </LinkButton>
              <Button onClick={onDone}>
                Close
                <OfBatch name={name} />
              </Button>
            </>
          }
        >
          <p>
            “{name}” was sent at {exactMoment(lastSentAt(intent))}. You do not need to send it
            again.
          </p>
          {sentAgain && backend?.connected && <Doubles backend={backend} intent={intent} />}
        </Notice>
      )
    case 'not-created':
      return (
        <Notice
          tone="bad"
          role="alert"
          title={`“${name}” was not created.`}
          actions={
            <Button onClick={onDone}>
              Close
              <OfBatch name={name} />
            </Button>
          }
        >
          <p>{last?.reason} Nothing was lost.</p>
          <Quotation speaker={backend?.name ?? environment} words={last?.quote ?? ''} />
        </Notice>
      )
    case 'let-go':
      return null
  }
}

/** Whether more than one of the requests of an intent may have been carried out. */
function mayBeDoubled(intent: Intent) {
  return attemptsInDoubt(intent).length > 1
}

/** Says whether a second batch came of something that was sent again. */
function Doubles({ backend, intent }: { backend: Backend; intent: Intent }) {
  const { data, isFetching, isError, dataUpdatedAt, refetch } = useQuery(doublesOf(backend, intent))
  const found = data ?? []
  if (found.length > 0) {
    return (
      <>
        <p>
          It was sent more than once, and more than one batch was created. Batches cannot be
          deleted: use one, and do not set up the others.
        </p>
        <ul className={styles.candidates}>
          {found.map(({ id, created_at }) => (
            <li key={id}>
              <LinkButton href={`/${backend.place}/batches/${id}`}>
                Open the other one, created {exactTimeOf(created_at)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <div className={styles.candidate}>
      <p aria-live="polite">
        It was sent more than once. {isFetching && `Looking in ${backend.name} for a second one…`}
        {!isFetching && isError && 'The list could not be loaded to look for a second one.'}
        {!isFetching &&
          data &&
          !isError &&
          `There is no second one in the list from ${exactTime(dataUpdatedAt)}.`}
      </p>
      <Button kind="quiet" onClick={() => refetch()} aria-disabled={isFetching}>
        Look again
        <OfBatch name={intent.name} />
      </Button>
    </div>
  )
}
