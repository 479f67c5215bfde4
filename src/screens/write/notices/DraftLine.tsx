import type { SaveState } from '#drafts/autosave/autosave-context.ts'
import { useSyncExternalStore, type ReactNode } from 'react'
import type { Environment } from '#contract/environment.ts'
import { useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import { explainFault, type StorageFault } from '#storage/storage-fault.ts'
import { Later } from '#ui/loading/Later.tsx'
import { shortMoment } from '#ui/moment.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { useHydrated } from '#screens/write/fields/use-hydrated.ts'
import { Button } from '#ui/Button.tsx'
import styles from '#screens/write/DraftNotice.module.css'
import type { WriteActions } from '#screens/write/use-write-actions.ts'

const loadConflict = async () => (await import('#versions/ConflictNotice.tsx')).ConflictNotice
const loadContinue = async () => (await import('./ContinueDraft.tsx')).ContinueDraft

type DraftLineProps = {
  draft: Draft
  actions: Pick<WriteActions, 'startWithExample' | 'startOver'>
  /** The row that leads a first visit to its first batch, in place of what is given to it. */
  renderFirstSteps?: ((otherwise: ReactNode) => ReactNode) | undefined
}

/**
 * What stands above the form: what was last done to the draft as a whole, where it came from, or, while
 * it is empty, what to begin with. It keeps its height with the first key, so that nothing jumps.
 */
export function DraftLine({ renderFirstSteps, ...props }: DraftLineProps) {
  const { draft, actions } = props
  const { subscribe, state: getState } = draft.autosave
  const state = useSyncExternalStore(subscribe, getState, () => nothingYet)
  const empty = useWatch({ control: draft.form.control, compute: isBlankTask })
  const hydrated = useHydrated()
  const fault = faultIn(state)
  const starts = (empty || !hydrated) && state.kind !== 'conflict' && state.kind !== 'opening'
  const example = starts && (
    <p>
      Or look at{' '}
      <button
        type="button"
        className={styles.link}
        aria-label="Start from an example"
        onClick={actions.startWithExample}
      >
        an example
      </button>{' '}
      first.
    </p>
  )
  return (
    <div className={styles.above} data-fresh={draft.opened.restoredFrom === null || undefined}>
      {fault && <DraftNotice message={explainFault[fault]} />}
      <Line {...props} kind={state.kind} starts={starts} />
      <div className={styles.second}>{renderFirstSteps ? renderFirstSteps(example) : example}</div>
      {empty && (
        <Later load={loadContinue} name="your drafts">
          {(ContinueDraft) => <ContinueDraft except={draft.id} />}
        </Later>
      )}
    </div>
  )
}

type LineProps = Omit<DraftLineProps, 'renderFirstSteps'> & {
  kind: SaveState['kind']
  starts: boolean
}

function Line({ draft, actions, kind, starts }: LineProps) {
  const { form, environment, opened, replacement, undo, dismissReplacement } = draft
  const hydrated = useHydrated()

  if (kind === 'conflict') {
    return (
      <Later load={loadConflict} name="the other text">
        {(ConflictNotice) => (
          <ConflictNotice
            autosave={draft.autosave}
            read={() => {
              draft.flush()
              return { place: environment, texts: { ...form.getValues() } }
            }}
            say={(message, before) => draft.say(message, before?.texts)}
          />
        )}
      </Later>
    )
  }
  if (kind === 'opening') return <DraftNotice message="Opening your draft…" />
  if (replacement && hydrated) {
    const action = replacement.before ? { label: 'Undo', run: undo } : undefined
    return (
      <div key={replacement.message} ref={bringIntoView}>
        <DraftNotice message={replacement.message} action={action} onDismiss={dismissReplacement} />
      </div>
    )
  }
  if (starts) return <StartCards environment={environment} />
  if (opened.restoredFrom !== null) {
    return (
      <DraftNotice
        message={`This is your draft from ${shortMoment(opened.restoredFrom)}.`}
        action={{ label: 'Start over', run: actions.startOver }}
      />
    )
  }
  return <DraftNotice message="" />
}

const nothingYet: SaveState = { kind: 'untouched' }

/** What keeps the draft from being stored or opened, where there is more to say than the footer has room for. */
function faultIn(state: SaveState): StorageFault | undefined {
  if (state.kind === 'opening') return state.fault
  if (state.kind !== 'failed' || state.reason === 'full' || state.reason === 'not-loaded') return
  return state.reason
}

/** The button that did it, and whose effect can be taken back here, may be far down. */
function bringIntoView(line: HTMLElement | null) {
  line?.scrollIntoView({ block: 'center' })
}

/** A batch name or a workspace alone is no reason to hide where to begin. */
function isBlankTask({ taskTitle, introduction, steps, questions, datasetId }: BatchDraft) {
  return [taskTitle, introduction, steps, questions, datasetId].every((text) => text.trim() === '')
}

/** Over an empty form: what it can be filled with. */
function StartCards({ environment }: { environment: Environment }) {
  return (
    <div className={styles.cards}>
      <Link href={`/${environment}/templates`} className={styles.card}>
        <span>From a template</span>
        <small>A task that is ready to use</small>
      </Link>
      <Link href={`/${environment}/import`} className={styles.card}>
        <span>From my documents</span>
        <small>Word, web page, request</small>
      </Link>
      <Link href={`/${environment}/data`} className={styles.card}>
        <span>From my spreadsheet</span>
        <small>Excel, CSV, pasted cells</small>
      </Link>
    </div>
  )
}

type DraftNoticeProps = {
  message: string
  action?: { label: string; run: () => void } | undefined
  onDismiss?: () => void
}

/** One line about the whole draft: what was done to it, and how to take that back. */
function DraftNotice({ message, action, onDismiss }: DraftNoticeProps) {
  return (
    <div className={styles.notice}>
      <span role="status">{message}</span>
      {action && (
        <Button kind="quiet" className={styles.action} onClick={action.run}>
          {action.label}
        </Button>
      )}
      {onDismiss && (
        <Button kind="quiet" className={styles.action} onClick={onDismiss}>
          Dismiss
        </Button>
      )}
    </div>
  )
}
