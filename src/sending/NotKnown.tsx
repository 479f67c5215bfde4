import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import { lastSentAt, type Intent } from '#storage/intent.ts'
import { attemptsInDoubt } from '#storage/intent-state.ts'
import { outboxIsForgetful } from '#storage/outbox-shelf.ts'
import { letGo } from '#storage/outbox.ts'
import { Button } from '#ui/Button.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { Candidates } from './Candidates.tsx'
import { sendAgain } from './create-once.ts'
import { Looking } from './Looking.tsx'
import { noteCreated } from './note-created.ts'
import { OfBatch } from './OfBatch.tsx'
import { useLooks } from './use-looks.ts'

type NotKnownProps = { intent: Intent; backend: Backend | undefined }

/**
 * The request left and no clear answer came: it may have been carried out. The app looks for the batch;
 * sending again makes a second one if the first is there, so only a person decides it, after a look.
 */
export function NotKnown({ intent, backend }: NotKnownProps) {
  const client = useQueryClient()
  const looks = useLooks(backend, intent)
  const [unsent, setUnsent] = useState<string | null>(null)
  const sending = useRef(false)
  const { looking, nextAt, last } = looks
  const attempt = attemptsInDoubt(intent).at(-1)
  const refused = intent.attempts.findLast(({ outcome }) => outcome === 'not-created')
  const connected = backend?.connected === true
  const hasLooked = !looking && nextAt === null && last !== null

  const again = async () => {
    if (!backend || sending.current) return
    setUnsent(null)
    sending.current = true
    try {
      const outcome = await sendAgain(backend, intent)
      if (outcome.kind === 'created') noteCreated(client, backend, outcome.batch, intent)
      if (outcome.kind === 'offline') setUnsent('You are offline. Nothing was sent.')
      if (outcome.kind === 'elsewhere') setUnsent('Another window is sending it just now.')
      if (outcome.kind === 'not-written') {
        setUnsent('Nothing was sent: this browser could not write down that it is to be.')
      }
    } finally {
      sending.current = false
    }
  }

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
              Let it go
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
      {backend && !connected && <p>Connect {backend.name} to look for it.</p>}
      {outboxIsForgetful() && (
        <p>This browser keeps nothing: once the window is closed, it cannot tell you of this.</p>
      )}
      {unsent && <p>{unsent}</p>}
      {connected && last?.kind === 'several' && (
        <Candidates backend={backend} intent={intent} batches={last.batches} />
      )}
    </Notice>
  )
}
