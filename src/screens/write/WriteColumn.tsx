import type { ReactNode } from 'react'
import type { Backend } from '#contract/app-config.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/loading/Later.tsx'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { useOpening } from '#screens/write/fields/use-hydrated.ts'
import { WriteFields } from '#screens/write/fields/WriteFields.tsx'
import { DraftLine } from '#screens/write/notices/DraftLine.tsx'
import { ErrorSummary } from '#screens/write/submit/ErrorSummary.tsx'
import type { Submission } from '#screens/write/submit/use-submission.ts'
import type { Views } from './use-views.ts'
import type { WriteActions } from './use-write-actions.ts'
import styles from './WritePage.module.css'

const loadFirstSteps = async () =>
  (await import('#screens/write/notices/FirstSteps.tsx')).FirstSteps
/** At once after the first paint: when it is needed, the server may be out of reach. */
const loadOutcome = async () =>
  (await import('#screens/write/submit/OutcomeNotice.tsx')).OutcomeNotice

type WriteColumnProps = {
  draft: Draft
  actions: WriteActions
  submission: Submission
  views: Views
  backend: Backend | undefined
  /** The menu for handing the draft on. */
  share: ReactNode
  /** What is said between the line about the draft and its fields. */
  children: ReactNode
}

/** The column that is written in: what is to be known of the draft, its fields, and what can be done. */
export function WriteColumn(props: WriteColumnProps) {
  const { draft, actions, submission, views, backend, share, children } = props
  const { busy, creation, dataFirst, submit } = submission
  const waiting = useOpening(draft.autosave)
  return (
    <div className={styles.form} inert={busy}>
      <DraftLine
        draft={draft}
        actions={actions}
        renderFirstSteps={
          draft.environment === 'practice'
            ? (otherwise) => (
                <Later
                  load={loadFirstSteps}
                  name="the first steps"
                  waiting={otherwise}
                  renderFailed={() => otherwise}
                >
                  {(FirstSteps) => (
                    <FirstSteps
                      otherwise={otherwise}
                      form={draft.form}
                      viewShown={views.shown === 'side' && views.side === 'view'}
                      onExample={actions.startWithExample}
                      onView={() => views.showSide('view')}
                    />
                  )}
                </Later>
              )
            : undefined
        }
      />
      {children}
      <Later load={loadOutcome} name="the part that explains failures">
        {(OutcomeNotice) => (
          <OutcomeNotice
            creation={creation}
            dataFirst={dataFirst}
            draft={draft.id}
            environment={draft.environment}
            environmentName={backend?.name ?? ''}
            onGoTo={actions.goTo}
            onAgain={submit}
          />
        )}
      </Later>
      <ErrorSummary form={draft.form} onGoTo={actions.goTo} />
      <WriteFields draft={draft} backend={backend} waiting={waiting} />
      <Button kind="quiet" className={styles.below} onClick={() => actions.showDialog('template')}>
        Save as template…
      </Button>
      <div className={styles.whole}>
        {share}
        <Button kind="quiet" onClick={() => actions.showDialog('history')}>
          History
        </Button>
        <Button kind="quiet" onClick={actions.startOver}>
          Start over
        </Button>
      </div>
    </div>
  )
}
