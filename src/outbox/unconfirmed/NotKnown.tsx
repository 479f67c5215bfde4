import { lastSentAt } from '#outbox/store/outbox-entry.ts'
import { OfBatch } from './OfBatch.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import { type Intent } from '#outbox/store/intent.ts'
import { attemptsInDoubt } from '#outbox/store/intent-state.ts'
import { outboxIsForgetful } from '#outbox/store/outbox-store.ts'
import { letGo } from '#outbox/store/outbox.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { exactMoment, exactTimeOf, exactTime } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { useOnce } from '#ui/use-once.ts'
import { Quotation } from '#ui/Quotation.tsx'
import { sendAgain } from '#outbox/send/create-once.ts'
import { noteCreated } from '#outbox/send/create-and-note.ts'
import { useReconcile } from '#outbox/reconcile/use-reconcile.ts'
import type { Batch } from '#contract/answers.ts'
import { adopt, type Look } from '#outbox/reconcile/reconcile.ts'
import styles from './UncertainSends.module.css'
import { explainFailure } from '#api/explain-failure.ts'
import { useSecondsUntil } from '#ui/loading/use-seconds-until.ts'

type NotKnownProps = { intent: Intent; backend: Backend | undefined }

/**
 * The request left and no clear answer came: it may have been carried out. The app looks for the batch;
 * sending again makes a second one if the first is there, so only a person decides it, after a look.
 */
export function NotKnown({ intent, backend }: NotKnownProps) {
  const client = useQueryClient()
  const looks = useReconcile(backend, intent)
  const [unsent, setUnsent] = useState<string | null>(null)
  const { once } = useOnce()
  const { looking, nextAt, last } = looks
  const attempt = attemptsInDoubt(intent).at(-1)
  const refused = intent.attempts.findLast(({ outcome }) => outcome === 'not-created')
  const connected = backend?.connected === true
  const hasLooked = !looking && nextAt === null && last !== null

  const again = () =>
    once(async () => {
      if (!backend) return
      setUnsent(null)
      const outcome = await sendAgain(backend, intent)
      if (outcome.kind === 'created') noteCreated(client, backend, outcome.batch, intent)
      if (outcome.kind === 'offline') setUnsent('You are offline. Nothing was sent.')
      if (outcome.kind === 'elsewhere') setUnsent('Another window is sending it right now.')
      if (outcome.kind === 'not-written') {
        setUnsent('Nothing was sent: this browser could not save the request first.')
      }
    })

  return (
    <Notice
      tone="caution"
      role="alert"
      title="We do not know yet whether your batch was created."
      actions={
        <>
          {connected && (
            <Button kind="primary" onClick={looks.lookNow} aria-disabled={looking}>
              {last === null ? `Look for it in ${backend.name}` : 'Look again'}
              <OfBatch name={intent.name} />
            </Button>
          )}
          {nextAt !== null && last !== null && (
            <Button onClick={looks.stop}>
              Stop looking
              <OfBatch name={intent.name} />
            </Button>
          )}
          {connected && hasLooked && last.kind !== 'failed' && (
            <Button onClick={again}>
              Send again anyway
              <OfBatch name={intent.name} />
            </Button>
          )}
          {(hasLooked || !connected) && (
            <Button kind="quiet" onClick={() => letGo(intent.id)}>
              Stop tracking
              <OfBatch name={intent.name} />
            </Button>
          )}
        </>
      }
    >
      <p>
        “{intent.name}” was sent at {exactMoment(lastSentAt(intent))}.{' '}
        {attempt?.reason ?? 'The window was closed before an answer came.'} Do not create it again
        before looking.
      </p>
      <Quotation speaker={backend?.name ?? intent.place} words={attempt?.quote ?? ''} />
      {refused && (
        <>
          <p>
            Sending it again at {exactMoment(refused.at)} created nothing: {refused.reason} What was
            sent before may still have become a batch.
          </p>
          <Quotation speaker={backend?.name ?? intent.place} words={refused.quote ?? ''} />
        </>
      )}
      {connected && <Looking place={backend.name} {...looks} />}
      {backend && !connected && <p>Connect to {backend.name} to look for it.</p>}
      {outboxIsForgetful() && (
        <p>This browser cannot store anything. If you close this window, this notice is lost.</p>
      )}
      {unsent && <p>{unsent}</p>}
      {connected && last?.kind === 'several' && (
        <Candidates backend={backend} intent={intent} batches={last.batches} />
      )}
    </Notice>
  )
}

type CandidatesProps = { backend: Backend; intent: Intent; batches: readonly Batch[] }

/** Batches of the same name and text: only a person knows which came of what was sent. */
function Candidates({ backend, intent, batches }: CandidatesProps) {
  const client = useQueryClient()
  const [taken, setTaken] = useState(false)
  return (
    <>
      <p>{batches.length} batches fit. Which is yours?</p>
      <ul className={styles.candidates}>
        {batches.map((batch) => (
          <li key={batch.id} className={styles.candidate}>
            <Button onClick={async () => setTaken(!(await adopt(client, backend, intent, batch)))}>
              Mine is the one created {exactTimeOf(batch.created_at)}
            </Button>
            <LinkButton kind="quiet" href={`/${backend.place}/batches/${batch.id}`}>
              Open it
            </LinkButton>
          </li>
        ))}
      </ul>
      {taken && <p>That batch came from another request of yours. Look again.</p>}
    </>
  )
}

type LookingProps = {
  place: string
  looking: boolean
  done: number
  last: Look | null
  nextAt: number | null
}

/** How far the looking for a batch has come. */
function Looking({ place, looking, done, last, nextAt }: LookingProps) {
  const seconds = useSecondsUntil(nextAt)
  return (
    <div aria-live="polite">
      {looking && <p>Looking for it in {place}…</p>}
      {!looking && last?.kind === 'failed' && (
        <p>
          {last.failure
            ? `The list could not be loaded either. ${explainFailure(last.failure, place).title}`
            : 'The search was interrupted.'}{' '}
          Your text is untouched.
        </p>
      )}
      {!looking && last?.kind === 'none' && (
        <p>
          Not there after {done === 1 ? '1 look' : `${done} looks`}, the last at{' '}
          {exactTime(last.at)}. It may still turn up.
          {last.unseen > 0 &&
            ` ${place} has ${last.unseen} more in this workspace than it lists. Yours may be one of them.`}
        </p>
      )}
      {!looking && last !== null && nextAt !== null && (
        // Not read out every second.
        <p aria-live="off">{seconds === 0 ? 'Looking again…' : `Looking again in ${seconds} s.`}</p>
      )}
    </div>
  )
}
