import type { Backend } from '#contract/app-config.ts'
import { lastSentAt, type Intent } from '#storage/intent.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { Doubles, mayBeDoubled } from './Doubles.tsx'
import { NotKnown } from './NotKnown.tsx'
import { OfBatch } from './OfBatch.tsx'

type UncertainSendProps = {
  intent: Intent
  /** Undefined where this server does not offer the place, or has not said so yet. */
  backend: Backend | undefined
  /** Called when somebody has seen how it ended. */
  onDone: () => void
}

/** One send that is or was uncertain, as far as it is known by now. */
export function UncertainSend({ intent, backend, onDone }: UncertainSendProps) {
  const { name, place, state, batchId } = intent
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
                href={`/${place}/batches/${batchId ?? ''}`}
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
            “{name}” was sent at {exactMoment(lastSentAt(intent))}. There is nothing to send again.
          </p>
          {sentAgain && backend?.connected && <Doubles backend={backend} intent={intent} />}
        </Notice>
      )
    case 'not-created':
      return (
        <Notice
          tone="bad"
          role="alert"
          title={`“${name}” was not created. Nothing was lost.`}
          actions={
            <Button onClick={onDone}>
              Close
              <OfBatch name={name} />
            </Button>
          }
        >
          <p>{last?.reason}</p>
          <Quotation speaker={backend?.name ?? place} words={last?.quote ?? ''} />
        </Notice>
      )
    case 'let-go':
      return null
  }
}
