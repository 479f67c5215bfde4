import type { SaveState } from '#drafts/autosave/autosave-context.ts'
import { useSyncExternalStore, type ReactNode } from 'react'
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
}

/**
 * The line above the form, always there, and one line where there is room, so that nothing jumps: what
 * was last done to the draft as a whole, where it came from, or, while it is empty, where to begin.
 */
export function DraftLine(props: DraftLineProps) {
  const { subscribe, state: getState } = props.draft.autosave
  const state = useSyncExternalStore(subscribe, getState, () => nothingYet)
  const fault = faultIn(state)
  return (
    <>
      {fault && <DraftNotice message={explainFault[fault]} />}
      <Line {...props} kind={state.kind} />
    </>
  )
}

type LineProps = DraftLineProps & { kind: SaveState['kind'] }

function Line({ draft, actions, kind }: LineProps) {
  const { form, environment, opened, replacement, undo, dismissReplacement } = draft
  const empty = useWatch({ control: form.control, compute: nothingToRead })
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
  if (empty || !hydrated) {
    return (
      <>
        <DraftNotice
          message="New here?"
          action={{ label: 'Start from an example', run: actions.startWithExample }}
          after={
            <>
              or <Link href={`/${environment}/import`}>from something you have</Link>.
              {environment === 'prolific' && ' Nothing is sent without a review.'}
            </>
          }
        />
        {hydrated && (
          <Later load={loadContinue} name="your drafts">
            {(ContinueDraft) => <ContinueDraft except={draft.id} />}
          </Later>
        )}
      </>
    )
  }
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
function nothingToRead({ taskTitle, introduction, steps, questions }: BatchDraft) {
  return [taskTitle, introduction, steps, questions].every((text) => text.trim() === '')
}

type DraftNoticeProps = {
  message: string
  action?: { label: string; run: () => void } | undefined
  after?: ReactNode
  onDismiss?: () => void
}

/** One line about the whole draft: what was done to it, and how to take that back. */
function DraftNotice({ message, action, after, onDismiss }: DraftNoticeProps) {
  return (
    <div className={styles.notice}>
      <span role="status">{message}</span>
      {action && (
        <Button kind="quiet" className={styles.action} onClick={action.run}>
          {action.label}
        </Button>
      )}
      {after && <span>{after}</span>}
      {onDismiss && (
        <Button kind="quiet" className={styles.action} onClick={onDismiss}>
          Dismiss
        </Button>
      )}
    </div>
  )
}
