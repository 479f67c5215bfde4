import type { Environment } from '#contract/environment.ts'
import { dataAddress } from '#dataset/store/handed-file.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import styles from './OutcomeNotice.module.css'
import type { DataFirst } from './use-data-first.ts'

type DataFirstNoticeProps = {
  dataFirst: DataFirst
  environment: Environment
  environmentName: string
  draft: string
  /** Goes on with what was confirmed. */
  onAgain: () => unknown
}

const stepWords = {
  create: 'Creating the dataset…',
  upload: 'Uploading the rows…',
  read: 'Waiting until the rows are read…',
}

/** How far the dataset is that is made before the batch, and why it stopped. */
export function DataFirstNotice(props: DataFirstNoticeProps) {
  const { kind } = props.dataFirst.state
  if (kind === 'idle') return null
  return (
    <div key={kind} ref={bringIntoView} tabIndex={-1} className={styles.outcome}>
      <DataFirstWords {...props} />
    </div>
  )
}

function DataFirstWords({ dataFirst, environment, ...props }: DataFirstNoticeProps) {
  const { environmentName, draft, onAgain } = props
  const { state } = dataFirst
  const look = <LinkButton href={dataAddress(environment, draft)}>Open your data</LinkButton>
  switch (state.kind) {
    case 'idle':
      return null
    case 'busy':
      return (
        <Notice tone="info" role="status" title={stepWords[state.step]}>
          <p>The batch is created after it. Keep this page open.</p>
        </Notice>
      )
    case 'stopped': {
      const { title, text, quote, isUnknown, isTypedOff } = state.failure
      return (
        <Notice
          tone={isUnknown ? 'caution' : 'bad'}
          role="alert"
          title={title}
          actions={
            isTypedOff ? (
              look
            ) : (
              <>
                <Button kind="primary" onClick={onAgain}>
                  {isUnknown ? 'Check and carry on' : 'Try again'}
                </Button>
                {look}
              </>
            )
          }
        >
          <p>
            {text} No batch was created.{' '}
            {isUnknown && 'What was done for the dataset is written down and not done twice.'}
          </p>
          <Quotation speaker={environmentName} words={quote} />
        </Notice>
      )
    }
    case 'rejected':
      return (
        <Notice
          tone="caution"
          role="alert"
          title={`${counted(state.accepted, 'item')} made, ${counted(state.rejected, 'row')} rejected.`}
          actions={
            <>
              <LinkButton kind="primary" href={dataAddress(environment, draft)}>
                See the rejected rows
              </LinkButton>
              <Button onClick={dataFirst.forget}>Close</Button>
            </>
          }
        >
          <p>
            No batch was created yet. Fix the rejected rows and append them, or create the batch
            with the items there are.
          </p>
        </Notice>
      )
    case 'no-items':
      return (
        <Notice
          tone="bad"
          role="alert"
          title="No dataset could be made, so no batch was created."
          actions={look}
        >
          <p>{state.reason}</p>
        </Notice>
      )
  }
}

/** The button that was pressed is at the other end of the screen. */
function bringIntoView(notice: HTMLElement | null) {
  notice?.focus()
}
