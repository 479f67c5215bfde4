import type { SaveState } from '#drafts/autosave/autosave-context.ts'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { type FieldName } from '#drafts/fields.ts'
import { countMissing, missingFields, nameMissing } from '#drafts/missing-fields.ts'
import { blankTexts } from '#drafts/store/stored-draft.ts'
import { Button } from '#ui/Button.tsx'
import { Contained } from '#ui/loading/Contained.tsx'
import { placeholdersToFill } from './placeholders-to-fill.ts'
import { Later } from '#ui/loading/Later.tsx'
import { exactTime, shortMoment } from '#ui/moment.ts'
import styles from './BottomBar.module.css'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import { createLabel } from '#screens/write/submit/create-label.ts'
import type { Submission } from '#screens/write/submit/use-submission.ts'
import type { WriteActions } from './use-write-actions.ts'
import { useHydrated } from '#screens/write/fields/use-hydrated.ts'

type BottomBarProps = {
  draft: Draft
  actions: WriteActions
  submission: Submission
  /** The menu for handing the draft on. */
  share: ReactNode
}

/** Always in reach: whether the text is safe, what is missing, and the one thing to do. */
export function BottomBar({ draft, actions, submission, share }: BottomBarProps) {
  const { blocked, creation } = submission
  const { busy } = creation
  const hydrated = useHydrated()
  return (
    <div className={styles.bar}>
      <div className={styles.inner}>
        <Saved draft={draft} />
        <Contained name="what is missing">
          <Missing form={draft.form} onGoTo={actions.goTo} />
        </Contained>
        <span className={styles.spacer} />
        <span className={styles.startOver}>{share}</span>
        <Button
          kind="quiet"
          className={styles.startOver}
          onClick={() => actions.showDialog('history')}
          disabled={busy}
        >
          History
        </Button>
        <Button
          kind="quiet"
          className={styles.startOver}
          onClick={actions.startOver}
          disabled={busy}
        >
          Start over
        </Button>
        <Button
          kind="primary"
          type="submit"
          className={styles.primary}
          aria-disabled={busy || blocked}
          disabled={!hydrated}
          data-busy={busy || undefined}
        >
          {busy && <span className={styles.ring} />}
          {busy ? 'Creating…' : createLabel(draft.environment)}
        </Button>
        <span role="status" className="visually-hidden">
          {busy && 'Creating the batch'}
        </span>
      </div>
    </div>
  )
}

const nothingYet: SaveState = { kind: 'untouched' }

type SavedProps = { draft: Pick<Draft, 'form' | 'autosave' | 'environment'> }

function Saved({ draft }: SavedProps) {
  const { autosave } = draft
  const state = useSyncExternalStore(autosave.subscribe, autosave.state, () => nothingYet)
  switch (state.kind) {
    case 'untouched':
      return <span className={styles.saved}>Nothing written yet</span>
    case 'opening':
      if (state.fault) {
        return <Unsaved {...draft}>Not opened: {reasons[state.fault]}.</Unsaved>
      }
      return <span className={styles.saved}>Opening…</span>
    case 'closed':
      return <span className={styles.saved}>Opening…</span>
    case 'saving':
      if (state.isLong) {
        return <Unsaved {...draft}>Saving takes long.</Unsaved>
      }
      return <span className={styles.saved}>Saving…</span>
    case 'saved':
      return <span className={styles.saved}>Saved {savedAt(state.at)}</span>
    case 'conflict':
      return (
        <span className={styles.unsaved}>
          <span className={styles.words}>Not saved: changed in another tab</span>
        </span>
      )
    case 'failed':
      return <Unsaved {...draft}>Not saved: {reasons[state.reason]}.</Unsaved>
  }
}

/** In a few words, because there is one line; the line above the form has the remedy. */
const reasons: Record<Extract<SaveState, { kind: 'failed' }>['reason'], string> = {
  full: 'browser storage is full',
  'not-loaded': 'the server is out of reach',
  blocked: 'another tab blocks browser storage',
  slow: 'browser storage does not answer',
  outdated: 'reload the page first',
  unavailable: 'browser storage cannot be opened',
}

type UnsavedProps = Pick<Draft, 'form' | 'environment'> & { children: ReactNode }

/** That what is written is in no database, with a way to keep it nevertheless. */
function Unsaved({ form, environment, children }: UnsavedProps) {
  return (
    <span className={styles.unsaved} role="alert">
      <span className={styles.words}>{children}</span>
      <Later load={loadDownload} name="the download">
        {(downloadDraft) => (
          <Button kind="quiet" onClick={() => downloadDraft(form.getValues(), environment)}>
            Download
          </Button>
        )}
      </Later>
    </span>
  )
}

const loadDownload = async () =>
  (await import('#screens/write/draft/download-draft.ts')).downloadDraft

/** To the second, so that it can be told from the time before. */
function savedAt(at: number) {
  const moment = shortMoment(at)
  return moment.includes(',') ? moment : exactTime(at)
}

type MissingProps = { form: DraftForm; onGoTo: (field: FieldName) => void }

function Missing({ form, onGoTo }: MissingProps) {
  const hydrated = useHydrated()
  const draft = useWatch({ control: form.control, compute: (texts) => texts })
  const missing = missingFields(hydrated ? draft : blankTexts)
  const [first] = missing
  const [open] = hydrated ? placeholdersToFill(draft) : []
  if (first)
    return (
      <Wanting
        count={countMissing(missing)}
        names={nameMissing(missing)}
        onGo={() => onGoTo(first)}
      />
    )
  if (open)
    return (
      <Wanting
        count="To be filled in"
        names={open.words.join(', ')}
        onGo={() => onGoTo(open.field)}
      />
    )
  if (draft.questions.trim() === '')
    return (
      <Wanting
        count="No questions yet"
        names="needed to set the batch up"
        onGo={() => onGoTo('questions')}
      />
    )
  return <span className={styles.complete}>Nothing is missing</span>
}

type WantingProps = { count: string; names: string; onGo: () => void }

function Wanting({ count, names, onGo }: WantingProps) {
  return (
    <button type="button" className={styles.missing} onClick={onGo}>
      <span className={styles.count}>{count}</span>
      <span className={styles.names}>: {names}</span>
    </button>
  )
}
