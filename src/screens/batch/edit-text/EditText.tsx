import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/batch.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import type { TaskTexts } from '#drafts/task-texts.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import type { UnsavedEdit } from '#drafts/store/unsaved-edit.ts'
import { Button } from '#ui/Button.tsx'
import { shortMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { ConfirmEdit } from './ConfirmEdit.tsx'
import { EditFields } from './EditFields.tsx'
import { EditOutcome } from './EditOutcome.tsx'
import styles from './EditText.module.css'
import { OtherEdits } from './OtherEdits.tsx'
import { useEditForm } from './use-edit-form.ts'
import { useTextEdit } from './use-text-edit.ts'

type EditTextProps = {
  backend: Backend
  id: string
  batchName: string
  /** The texts as they were read last. */
  stored: TaskDetails
  /** A change that was not saved stays in this browser. */
  onClose: () => void
}

/** What was in the form before something else was put there. */
type Replaced = { words: string; texts: TaskTexts; base: TaskDetails }

/** Changes the texts of a batch that is not set up yet, beside the page that participants will read. */
export function EditText({ backend, id, batchName, stored, onClose }: EditTextProps) {
  const edit = useEditForm(backend.place, id, stored)
  const saving = useTextEdit({ backend, id, edit, onDone: onClose })
  const [replaced, setReplaced] = useState<Replaced | null>(null)
  const { state, busy, blocked } = saving

  const put = (texts: TaskTexts, base: TaskDetails, words: string) => {
    edit.flush()
    setReplaced({ words, texts: edit.form.getValues(), base: edit.getBase() })
    edit.setBase(base)
    edit.put(texts)
    saving.goBack()
  }
  const keepTheirs = (theirs: TaskDetails) => {
    rememberSent(backend.place, id, theirs)
    put(textsOf(theirs), theirs, 'The stored text is in the form now.')
  }
  const goOnWith = (other: UnsavedEdit) => {
    edit.goOnWith(other)
    setReplaced(null)
    saving.goBack()
  }
  const takeBack = () =>
    put(textsOf(edit.getBase()), edit.getBase(), 'Your changes are taken back.')

  return (
    <form
      className={styles.edit}
      aria-labelledby="edit-text"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void saving.save()
      }}
    >
      <div className={styles.form} inert={busy}>
        <div>
          <h2 id="edit-text" ref={focusOnce} tabIndex={-1} className={styles.heading}>
            Edit the text
          </h2>
          <p className={styles.quiet}>
            {edit.resumedFrom === null
              ? 'Nothing is sent before you save.'
              : `These are your unsaved changes from ${shortMoment(edit.resumedFrom)}.`}
          </p>
        </div>
        <OtherEdits edit={edit} onGoOnWith={goOnWith} />
        {replaced && (
          <Notice
            tone="info"
            role="status"
            actions={
              <Button onClick={() => put(replaced.texts, replaced.base, 'It is as it was.')}>
                Put it back
              </Button>
            }
          >
            <p>{replaced.words}</p>
          </Notice>
        )}
        {!edit.kept && (
          <Notice tone="caution" role="alert" title="Browser storage is full.">
            <p>Your changes are not kept when you leave this page before saving.</p>
          </Notice>
        )}
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
        <EditFields edit={edit} />
      </div>
      <section className={styles.view} aria-label="Participant view">
        <ParticipantView title={edit.title} {...edit.channels} />
      </section>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" aria-disabled={busy || blocked}>
          {busy ? 'Saving…' : backend.place === 'practice' ? 'Save the text' : 'Save in Prolific…'}
        </Button>
        <Button onClick={onClose} disabled={busy}>
          Close
        </Button>
        <Button kind="quiet" onClick={takeBack} disabled={busy}>
          Start over
        </Button>
        <span role="status" className="visually-hidden">
          {busy && 'Saving the text'}
        </span>
      </div>
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

/** The button that was pressed is gone. */
function focusOnce(heading: HTMLElement | null) {
  heading?.focus()
}

/** The button that was pressed is at the other end of the form. */
function bringIntoView(outcome: HTMLElement | null) {
  if (outcome?.hasChildNodes()) outcome.focus()
}
