import type { ReactNode } from 'react'
import { useItemRows } from '#api/datasets/use-item-rows.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Part } from '#screens/batch/edit/batch-content.ts'
import type { Batch } from '#contract/answers.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { Button } from '#ui/Button.tsx'
import { CorrectInCopy } from './CorrectInCopy.tsx'
import styles from '#screens/batch/BatchPage.module.css'
import { Check } from 'lucide-react'

const parts = ['texts', 'questions', 'dataset'] as const

type StoredTextsProps = {
  backend: Backend
  batch: Batch
  status: string
  /** What is stored was read back and is what was sent from this browser. */
  asWritten: boolean
  /** A change of the text was begun and not saved. */
  unsaved: boolean
  /** The questions that were sent from this page were read back and are those. */
  questionsAsSent: boolean
  /** The dataset that was sent from this page was read back and is that one. */
  datasetAsSent: boolean
  /** Takes the buttons that open the editor, for the focus to come back to. */
  takeButton: (part: Part, button: HTMLButtonElement | null) => void
  /** Undefined where a part cannot be changed. */
  onEdit: Record<Part, (() => void) | undefined>
}

/** What participants will read, as it is stored, and whether it can still be changed. */
export function StoredTexts(props: StoredTextsProps) {
  const { backend, batch, status, asWritten, unsaved, questionsAsSent } = props
  const { datasetAsSent, takeButton, onEdit } = props
  const texts = batch.task_details
  const labels = {
    texts: unsaved ? 'Continue editing' : 'Edit text',
    questions: batch.batch_items?.length ? 'Edit questions' : 'Add questions',
    dataset: batch.datasets.length > 0 ? 'Change dataset' : 'Attach a dataset',
  }
  const rows = useItemRows(backend, batch.datasets[0]?.id ?? '')
  const setUp = status === 'PROCESSING' || status === 'READY' || status === 'ERROR'

  return (
    <section className={styles.participants} aria-labelledby="participant-view">
      <div className={styles.heading}>
        <h2 id="participant-view">Participant view</h2>
        <div className={styles.edits}>
          {parts.map(
            (part) =>
              onEdit[part] && (
                <Button
                  key={part}
                  ref={(button) => takeButton(part, button)}
                  onClick={onEdit[part]}
                >
                  {labels[part]}
                </Button>
              ),
          )}
          {setUp && texts && (
            <CorrectInCopy
              backend={backend}
              id={batch.id}
              batchName={batch.name || 'Untitled batch'}
            />
          )}
        </div>
      </div>
      <div role="status">
        {asWritten && (
          <StoredAsSent>{backend.name} stored your text exactly as you wrote it.</StoredAsSent>
        )}
        {questionsAsSent && (
          <StoredAsSent>{backend.name} stored your questions as you wrote them.</StoredAsSent>
        )}
        {datasetAsSent && (
          <StoredAsSent>This batch now has the dataset that you chose.</StoredAsSent>
        )}
      </div>
      {setUp && (
        <p className={styles.quiet}>
          You may not be able to change the text after set-up, and cannot change the questions or
          the dataset. To correct a mistake, make a copy and correct it there.
        </p>
      )}
      {texts ? (
        <ParticipantView
          title={texts.task_name}
          introduction={texts.task_introduction}
          steps={texts.task_steps}
          questions={batch.batch_items}
          rows={rows}
        />
      ) : (
        <p className={styles.quiet}>{backend.name} did not return the texts of this batch.</p>
      )}
    </section>
  )
}

/** The good news in one quiet line: what is stored is what was sent. */
function StoredAsSent({ children }: { children: ReactNode }) {
  return (
    <p className={styles.line}>
      <Check aria-hidden size={16} />
      <span>{children}</span>
    </p>
  )
}
