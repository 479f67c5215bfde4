import type { ReactNode, Ref } from 'react'
import { Link } from 'wouter'
import { useItemRows } from '#api/datasets/use-item-rows.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { Button } from '#ui/Button.tsx'
import styles from '#screens/batch/BatchPage.module.css'
import { Check } from 'lucide-react'

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
  textRef: Ref<HTMLButtonElement>
  questionsRef: Ref<HTMLButtonElement>
  /** Undefined where they cannot be changed. */
  onEditText: (() => void) | undefined
  onEditQuestions: (() => void) | undefined
}

/** What participants will read, as it is stored, and whether it can still be changed. */
export function StoredTexts(props: StoredTextsProps) {
  const { backend, batch, status, asWritten, unsaved, questionsAsSent } = props
  const { textRef, questionsRef, onEditText, onEditQuestions } = props
  const texts = batch.task_details
  const rows = useItemRows(backend, batch.datasets[0]?.id ?? '')
  const setUp = status === 'PROCESSING' || status === 'READY' || status === 'ERROR'

  return (
    <section className={styles.participants} aria-labelledby="participant-view">
      <div className={styles.heading}>
        <h2 id="participant-view">Participant view</h2>
        <div className={styles.edits}>
          {onEditText && (
            <Button ref={textRef} onClick={onEditText}>
              {unsaved ? 'Continue editing' : 'Edit text'}
            </Button>
          )}
          {onEditQuestions && (
            <Button ref={questionsRef} onClick={onEditQuestions}>
              {batch.batch_items?.length ? 'Edit questions' : 'Add questions'}
            </Button>
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
      </div>
      {setUp && (
        <p className={styles.quiet}>
          You may not be able to change the text after set-up, and cannot change the questions. To
          change them,{' '}
          <Link
            href={`/${backend.place}/new?from=${backend.place}/${encodeURIComponent(batch.id)}`}
          >
            start a new batch with this text
          </Link>
          .
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
