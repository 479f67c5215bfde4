import { useEffect, useState } from 'react'
import { readingTime } from '#html/words/reading-time.ts'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { draftHistory } from '#drafts/store/drafts.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { exactTime, shortMoment } from '#ui/moment.ts'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { DraftDifference } from './DraftDifference.tsx'
import styles from './HistoryDialog.module.css'

type HistoryDialogProps = {
  /** Of the draft. */
  id: string
  /** What is in the form. */
  now: DraftTexts
  onRestore: (state: DraftEnvelope, message: string) => void
  onClose: () => void
}

/** Earlier states of a draft: what was different in each, and the way back to it. */
export function HistoryDialog({ id, now, onRestore, onClose }: HistoryDialogProps) {
  const [states, setStates] = useState<DraftEnvelope[] | 'unreadable'>()
  const [chosen, setChosen] = useState<DraftEnvelope>()

  // The database is an outside system.
  useEffect(() => {
    let wanted = true
    draftHistory(id).then(
      (found) => wanted && setStates(found),
      () => wanted && setStates('unreadable'),
    )
    return () => {
      wanted = false
    }
  }, [id])

  const kept = Array.isArray(states) ? states : []
  const shown = chosen ?? kept[0]
  return (
    <Dialog
      title="History"
      wide
      onClose={onClose}
      actions={
        shown && (
          <Button
            kind="primary"
            onClick={() => onRestore(shown, `The text from ${momentOf(shown)} was restored.`)}
          >
            Restore the text from {momentOf(shown)}
          </Button>
        )
      }
    >
      {states === undefined && <Skeleton label="Loading the history" height={96} />}
      {states === 'unreadable' && (
        <p role="alert">
          The history could not be read from this browser’s storage. The text in the form is not
          affected. Close this dialog and open it again.
        </p>
      )}
      {states?.length === 0 && (
        <p>
          No earlier versions yet. A version is saved here every few minutes while you write, and
          before the whole text is replaced.
        </p>
      )}
      {shown && (
        <div className={styles.history}>
          <ol className={styles.states} aria-label="Earlier versions">
            {kept.map((state) => (
              <li key={state.rev}>
                <button
                  type="button"
                  className={styles.state}
                  aria-pressed={state === shown}
                  onClick={() => setChosen(state)}
                >
                  {momentOf(state)}
                  <span className={styles.length}>{lengthOf(state)}</span>
                </button>
              </li>
            ))}
          </ol>
          <section className={styles.difference} aria-label="Changes since then">
            <p className={styles.since}>What has changed since {momentOf(shown)}:</p>
            <DraftDifference before={shown.texts} after={now} names={[momentOf(shown), 'Now']} />
          </section>
        </div>
      )}
    </Dialog>
  )
}

/** Tells apart what was kept within one second. */
function lengthOf({ texts }: DraftEnvelope) {
  const { words } = readingTime([texts.taskTitle, texts.introduction, texts.steps].join(' '))
  return words === 0 ? 'Empty' : counted(words, 'word')
}

function momentOf({ updatedAt }: DraftEnvelope) {
  const moment = shortMoment(updatedAt)
  return moment.includes(',') ? moment : exactTime(updatedAt)
}
