import { useState, useSyncExternalStore } from 'react'
import { useItemRows } from '#api/datasets/use-item-rows.ts'
import type { Batch } from '#contract/answers.ts'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { shortMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { ConfirmEdit } from './ConfirmEdit.tsx'
import { EditFields } from './EditFields.tsx'
import { EditOutcome } from './EditOutcome.tsx'
import styles from './EditText.module.css'
import { KeptState } from './KeptState.tsx'
import { useEditForm, type EditState } from './use-edit-form.ts'
import { useTextEdit } from './use-text-edit.ts'

const loadConflict = async () => (await import('#versions/ConflictNotice.tsx')).ConflictNotice
const loadHistory = async () => (await import('#versions/HistoryDialog.tsx')).HistoryDialog

type EditTextProps = {
  backend: Backend
  id: string
  batchName: string
  /** The texts as they were read last. */
  stored: TaskDetails
  /** Questions and dataset, which stay as they are. */
  batch: Pick<Batch, 'batch_items' | 'datasets'>
  /** A change that was begun before may be kept in this browser. */
  mayBeKept: boolean
  /** A change that was not saved stays in this browser. */
  onClose: () => void
}

/** What was done to all texts at once; what was in the form before, where it was replaced. */
type Done = { words: string; before: EditState | null }

/** Changes the texts of a batch that is not set up yet, beside the page that participants will read. */
export function EditText(props: EditTextProps) {
  const { backend, id, batchName, stored, batch, mayBeKept, onClose } = props
  const { place: environment } = backend
  const edit = useEditForm({ place: environment, id, batchName, stored, mayExist: mayBeKept })
  const { autosave } = edit
  const questions = batch.batch_items
  const rows = useItemRows(backend, batch.datasets[0]?.id ?? '')
  const kept = useSyncExternalStore(autosave.subscribe, autosave.state)
  const saving = useTextEdit({ backend, id, edit, onDone: onClose })
  const [done, setDone] = useState<Done | null>(null)
  const [historyOpen, setHistoryOpen] = useState(false)
  const { state, busy } = saving
  const isOpen = kept.kind !== 'opening' && kept.kind !== 'closed'
  const blocked = saving.blocked || !isOpen

  const put = (next: EditState, words: string) => {
    setDone({ words, before: edit.now() })
    edit.put(next)
    saving.goBack()
  }
  const keepTheirs = (theirs: TaskDetails) => {
    rememberSent(environment, id, theirs)
    put({ texts: textsOf(theirs), of: { base: theirs } }, 'The form now shows the stored text.')
  }
  const takeBack = () => put({ texts: textsOf(edit.getBase()) }, 'Your changes were discarded.')
  const close = () => {
    edit.close()
    onClose()
  }

  return (
    <form
      className={styles.edit}
      aria-labelledby="edit-text"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isOpen) void saving.save()
      }}
    >
      <div className={styles.form} inert={busy}>
        <div>
          <h2 id="edit-text" ref={focusOnce} tabIndex={-1} className={styles.heading}>
            Edit the text
          </h2>
          <p className={styles.quiet}>
            {edit.resumedFrom === null
              ? 'Nothing is sent until you save.'
              : `These are your unsaved changes from ${shortMoment(edit.resumedFrom)}.`}
          </p>
        </div>
        {kept.kind === 'conflict' && (
          <Later load={loadConflict} name="the other text">
            {(ConflictNotice) => (
              <ConflictNotice
                autosave={autosave}
                read={edit.now}
                say={(words, before) => setDone({ words, before: before ?? null })}
              />
            )}
          </Later>
        )}
        {done && (
          <DoneNotice done={done} onPutBack={(before) => put(before, 'Your text is restored.')} />
        )}
        <KeptState state={kept} environment={environment} />
        <div key={state.kind} ref={bringIntoView} tabIndex={-1} className={styles.outcome}>
          <EditOutcome
            state={state}
            backend={backend}
            id={id}
            onKeepTheirs={keepTheirs}
            onReplace={saving.replace}
            onLookAgain={saving.lookAgain}
          />
        </div>
        {isOpen && <EditFields edit={edit} />}
        {kept.kind === 'opening' && <Skeleton label="Opening your changes" height={480} />}
      </div>
      <section className={styles.view} aria-label="Participant view">
        <ParticipantView title={edit.title} {...edit.channels} questions={questions} rows={rows} />
      </section>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" aria-disabled={busy || blocked}>
          {busy ? 'Saving…' : environment === 'practice' ? 'Save the text' : 'Save in Prolific…'}
        </Button>
        <Button onClick={close} disabled={busy}>
          Close
        </Button>
        <Button kind="quiet" onClick={() => setHistoryOpen(true)} disabled={busy || !isOpen}>
          History
        </Button>
        <Button kind="quiet" onClick={takeBack} disabled={busy || !isOpen}>
          Start over
        </Button>
        <span role="status" className="visually-hidden">
          {busy && 'Saving the text'}
        </span>
      </div>
      {historyOpen && (
        <Later load={loadHistory} name="the history">
          {(HistoryDialog) => (
            <HistoryDialog
              id={autosave.id}
              now={edit.now().texts}
              onRestore={(earlier, words) => {
                setHistoryOpen(false)
                put(earlier, words)
              }}
              onClose={() => setHistoryOpen(false)}
            />
          )}
        </Later>
      )}
      {state.kind === 'confirming' && (
        <ConfirmEdit
          place={backend.name}
          batchName={batchName}
          before={state.before}
          mine={state.mine}
          onConfirm={() => saving.confirm(state.mine)}
          onClose={saving.goBack}
        />
      )}
    </form>
  )
}

type DoneNoticeProps = { done: Done; onPutBack: (before: EditState) => void }

/** What was done to all texts at once, and the way back. */
function DoneNotice({ done: { words, before }, onPutBack }: DoneNoticeProps) {
  const putItBack = before && <Button onClick={() => onPutBack(before)}>Put it back</Button>
  return (
    <Notice tone="info" role="status" actions={putItBack}>
      <p>{words}</p>
    </Notice>
  )
}

/** The button that was pressed is gone. */
function focusOnce(heading: HTMLElement | null) {
  heading?.focus()
}

/** The button that was pressed is at the other end of the form. */
function bringIntoView(outcome: HTMLElement | null) {
  if (outcome?.hasChildNodes()) outcome.focus()
}
