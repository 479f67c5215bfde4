import '#outbox/send/create-and-note.ts'
import type { Environment } from '#contract/environment.ts'
import type { FieldName } from '#drafts/fields.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { fieldsOfFailure } from './fields-of-failure.ts'
import { DataFirstNotice } from './DataFirstNotice.tsx'
import { NotCreated } from './NotCreated.tsx'
import { OUTCOME } from '#screens/write/fields/form-fields.ts'
import styles from './OutcomeNotice.module.css'
import type { Creation } from './use-creation.ts'
import type { DataFirst } from './use-data-first.ts'

type OutcomeNoticeProps = {
  creation: Creation
  dataFirst: DataFirst
  draft: string
  environment: Environment
  environmentName: string
  onGoTo: (field: FieldName) => void
  /** Creates what is in the form, as the button does. */
  onAgain: (options?: { evenIfCreated: boolean }) => unknown
}

/**
 * How the last attempt ended, where that was not well. A good end leads to the batch's own page, and an
 * end that is not known is told above every screen.
 */
export function OutcomeNotice(props: OutcomeNoticeProps) {
  const { kind } = props.creation.state
  if (props.dataFirst.state.kind !== 'idle') return <DataFirstNotice {...props} />
  if (kind === 'idle' || kind === 'busy') return null
  return (
    <div key={kind} ref={bringIntoView} id={OUTCOME} tabIndex={-1} className={styles.outcome}>
      <Outcome {...props} />
    </div>
  )
}

function Outcome({ creation, environment, environmentName, onGoTo, onAgain }: OutcomeNoticeProps) {
  const { state } = creation
  switch (state.kind) {
    case 'idle':
    case 'busy':
      return null
    case 'offline':
      return (
        <Notice tone="caution" role="alert" title="You are offline. Nothing was sent.">
          <p>Try again when you are back online. Your text is kept.</p>
        </Notice>
      )
    case 'not-written':
      return (
        <Notice
          tone="bad"
          role="alert"
          title="This browser could not prepare the request. Nothing was sent."
        >
          <p>Reload the page, then try again. Your text is kept.</p>
        </Notice>
      )
    case 'unclear':
      return (
        <Notice
          tone="caution"
          role="alert"
          title="We do not know whether a batch was created."
          actions={<LinkButton href={`/${environment}/batches`}>See the batches</LinkButton>}
        >
          <p>
            Something went wrong after the request may have been sent. Before you create it again,
            look for it among your batches. Your text is kept.
          </p>
        </Notice>
      )
    case 'elsewhere':
      return (
        <Notice
          tone="caution"
          role="alert"
          title="Another window is creating this batch right now."
        >
          <p>Nothing was sent from this window, so that the batch is created only once.</p>
        </Notice>
      )
    case 'created-before':
      return (
        <Notice
          tone="caution"
          role="alert"
          title="A batch was already created from this draft. Nothing was sent this time."
          actions={
            <>
              <LinkButton
                kind="primary"
                href={`/${state.intent.place}/batches/${state.intent.batchId ?? ''}`}
              >
                Open it
              </LinkButton>
              <Button onClick={() => onAgain({ evenIfCreated: true })}>Create a second one</Button>
              <Button kind="quiet" onClick={creation.forget}>
                Close
              </Button>
            </>
          }
        >
          <p>
            It is called “{state.intent.name}” and was sent at {exactMoment(state.intent.createdAt)}
            .
          </p>
        </Notice>
      )
    case 'refused':
      return (
        <NotCreated
          failure={state.failure}
          environment={environment}
          environmentName={environmentName}
          fields={fieldsOfFailure(state.failure).map(({ field }) => field)}
          onGoTo={onGoTo}
          readyAt={state.readyAt}
          onAgain={onAgain}
        />
      )
  }
}

/** The button that was pressed is at the other end of the screen. */
function bringIntoView(outcome: HTMLElement | null) {
  outcome?.focus()
}
