import { useSyncExternalStore, type ReactNode } from 'react'
import type { SaveState } from '#drafts/autosave/autosave-context.ts'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { exactTime, shortMoment } from '#ui/moment.ts'
import styles from './BottomBar.module.css'

const nothingYet: SaveState = { kind: 'untouched' }

type SaveStatusProps = { draft: Pick<Draft, 'form' | 'autosave' | 'environment'> }

/** Whether what is written is safe; where it is not, why, with a way to keep it nevertheless. */
export function SaveStatus({ draft }: SaveStatusProps) {
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
        return <Unsaved {...draft}>Saving is taking a while.</Unsaved>
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
  'not-loaded': 'the server cannot be reached',
  blocked: 'another tab is blocking browser storage',
  slow: 'browser storage is not responding',
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
