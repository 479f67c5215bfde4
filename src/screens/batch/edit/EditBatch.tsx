import { useState, useSyncExternalStore } from 'react'
import { useWatch } from 'react-hook-form'
import { useItemRows } from '#api/datasets/use-item-rows.ts'
import type { Batch } from '#contract/answers.ts'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { shortMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { ConfirmEdit } from '#screens/batch/edit/outcome/ConfirmEdit.tsx'
import { EditDataset } from './EditDataset.tsx'
import { EditFields } from './EditFields.tsx'
import { EditOutcome } from '#screens/batch/edit/outcome/EditOutcome.tsx'
import { EditQuestions } from './EditQuestions.tsx'
import { datasetOf, withParts, type BatchContent, type Part } from './batch-content.ts'
import styles from './EditBatch.module.css'
import { KeptState } from './KeptState.tsx'
import { useKnownDatasets } from '#screens/batch/set-up/use-known-datasets.ts'
import { partWords } from '#screens/batch/edit/outcome/part-words.ts'
import { formOf, useEditForm, type EditState } from './use-edit-form.ts'
import { useSaving, type SentParts } from './use-saving.ts'

const loadConflict = async () => (await import('#versions/ConflictNotice.tsx')).ConflictNotice
const loadHistory = async () => (await import('#versions/HistoryDialog.tsx')).HistoryDialog

type EditBatchProps = {
  backend: Backend
  id: string
  batchName: string
  /** The texts as they were read last. */
  texts: TaskDetails
  /** The questions as they were read last, as JSON; null where they cannot be changed. */
  questions: string | null
  batch: Pick<Batch, 'batch_items' | 'datasets' | 'workspace_id'>
  /** What somebody came to change. */
  part: Part
  /** A change that was begun before may be kept in this browser. */
  mayBeKept: boolean
  /** A change that was not saved stays in this browser. */
  onClose: () => void
  /** The change is stored, or there was none. */
  onDone: (sent: SentParts) => void
}

/** What was done to everything at once; what was in the form before, where it was replaced. */
type Done = { words: string; before: EditState | null }

/** Changes a batch that is not set up yet, beside the page that participants will read and answer. */
export function EditBatch(props: EditBatchProps) {
  const { backend, id, batchName, texts, questions, batch, part, mayBeKept, onClose, onDone } =
    props
  const { place: environment } = backend
  const dataset = datasetOf(batch)
  const stored = { texts, questions: questions ?? '', dataset: dataset ?? '' }
  const edit = useEditForm({ place: environment, id, batchName, stored, mayExist: mayBeKept })
  const { autosave } = edit
  const chosen = useWatch({ control: edit.form.control, name: 'datasetId' })
  const datasetId = dataset === null ? (batch.datasets[0]?.id ?? '') : chosen
  const datasets = useKnownDatasets(backend, batch)
  const rows = useItemRows(backend, datasetId)
  const kept = useSyncExternalStore(autosave.subscribe, autosave.state)
  const saving = useSaving({ backend, id, edit, onDone })
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
  const putStored = (content: BatchContent, base: BatchContent, words: string) =>
    put(
      {
        texts: formOf(content),
        of: { base: base.texts, questions: base.questions, dataset: base.dataset },
      },
      words,
    )
  const keepTheirs = (theirs: BatchContent, parts: readonly Part[]) => {
    const { questions: mine, datasetId: myDataset, ...myTexts } = edit.now().texts
    const written = { texts: toTaskDetails(myTexts), questions: mine, dataset: myDataset }
    if (parts.includes('texts')) rememberSent(environment, id, theirs.texts)
    putStored(
      withParts(written, parts, theirs),
      withParts(edit.getBase(), parts, theirs),
      `The form now shows the stored ${partWords(parts).name}.`,
    )
  }
  const takeBack = () => putStored(edit.getBase(), edit.getBase(), 'Your changes were discarded.')
  const close = () => {
    edit.close()
    onClose()
  }

  return (
    <form
      className={styles.edit}
      aria-labelledby="edit-batch"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isOpen) void saving.save()
      }}
    >
      <div className={styles.form} inert={busy}>
        <div>
          <h2 id="edit-batch" ref={focusOnce} tabIndex={-1} className={styles.heading}>
            Edit this batch
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
          <DoneNotice
            done={done}
            onPutBack={(before) => put(before, 'Your changes are restored.')}
          />
        )}
        <KeptState state={kept} environment={environment} />
        <div key={state.kind} ref={bringIntoView} tabIndex={-1} className={styles.outcome}>
          <EditOutcome
            state={state}
            backend={backend}
            id={id}
            datasets={datasets ?? []}
            onKeepTheirs={keepTheirs}
            onReplace={saving.replace}
            onLookAgain={saving.lookAgain}
          />
        </div>
        {isOpen && <EditFields edit={edit} />}
        {isOpen && dataset !== null && (
          <EditDataset
            edit={edit}
            backend={backend}
            datasets={datasets}
            optional={dataset === ''}
            isWanted={part === 'dataset'}
          />
        )}
        {isOpen && questions !== null && (
          <EditQuestions
            edit={edit}
            backend={backend}
            datasetId={datasetId}
            openAtFirst={part === 'questions'}
          />
        )}
        {kept.kind === 'opening' && <Skeleton label="Opening your changes" height={480} />}
      </div>
      <section className={styles.view} aria-label="Participant view">
        <ParticipantView
          title={edit.title}
          {...edit.channels}
          questions={questions === null ? batch.batch_items : edit.questions}
          rows={rows}
        />
      </section>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" aria-disabled={busy || blocked}>
          {busy ? 'Saving…' : environment === 'practice' ? 'Save changes' : 'Save in Prolific…'}
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
          {busy && 'Saving the changes'}
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
          backend={backend}
          batchName={batchName}
          datasets={datasets ?? []}
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

/** What was done to everything at once, and the way back. */
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
