import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { type FieldName, taskTexts } from '#drafts/fields.ts'
import { countMissing, missingFields, nameMissing } from '#drafts/missing-fields.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { Button } from '#ui/Button.tsx'
import { Contained } from '#ui/loading/Contained.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import styles from './BottomBar.module.css'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import { createLabel } from '#screens/write/submit/create-label.ts'
import type { Submission } from '#screens/write/submit/use-submission.ts'
import type { WriteActions } from './use-write-actions.ts'
import { useHydrated } from '#screens/write/fields/use-hydrated.ts'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

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
        <SaveStatus draft={draft} />
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
        count="Placeholders left"
        names={open.words.join(', ')}
        onGo={() => onGoTo(open.field)}
      />
    )
  if (draft.questions.trim() === '')
    return (
      <Wanting
        count="No questions yet"
        names="needed to set up the batch"
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

/** The texts in which something is still to be filled in, in the order of the screen, and what. */
function placeholdersToFill(draft: BatchDraft) {
  return taskTexts.flatMap((field) => {
    // Tags part no words here, and nothing of this is shown as HTML.
    const text = draft[field].replaceAll(/<[^>]*>/g, '')
    const words = openPlaceholdersIn(text).map((placeholder) => placeholder.words)
    return words.length > 0 ? [{ field, words: [...new Set(words)] }] : []
  })
}
