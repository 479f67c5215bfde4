import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { FieldName } from '#drafts/fields.ts'
import { missingFields, unfilled } from '#drafts/missing-fields.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { Button } from '#ui/Button.tsx'
import { Contained } from '#ui/loading/Contained.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import styles from './BottomBar.module.css'
import { useColumns, type Draft } from '#screens/write/draft/use-draft.ts'
import { createLabel } from '#screens/write/submit/create-label.ts'
import type { Submission } from '#screens/write/submit/use-submission.ts'
import type { WriteActions } from './use-write-actions.ts'
import { useHydrated } from '#screens/write/fields/use-hydrated.ts'
import { useChunk } from '#ui/loading/use-chunk.ts'

/** What questions and placeholders still need takes more code than to see that a field is empty. */
const loadWhatIsMissing = async () => (await import('#drafts/what-is-missing.ts')).whatIsMissing

type BottomBarProps = {
  draft: Draft
  actions: WriteActions
  submission: Submission
  /** The menu for handing the draft on. */
  share: ReactNode
}

/** Always in reach: whether the text is safe, what is missing, and the one thing to do. */
export function BottomBar({ draft, actions, submission, share }: BottomBarProps) {
  const { blocked, busy, dataFirst } = submission
  const hydrated = useHydrated()
  return (
    <div className={styles.bar}>
      <div className={styles.inner}>
        <SaveStatus draft={draft} />
        <Contained name="what is missing">
          <MissingLine draft={draft} onGoTo={actions.goTo} />
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
          {dataFirst.busy
            ? 'Making the dataset…'
            : busy
              ? 'Creating…'
              : createLabel(draft.environment)}
        </Button>
        <span role="status" className="visually-hidden">
          {busy && !dataFirst.busy && 'Creating the batch'}
        </span>
      </div>
    </div>
  )
}

type MissingLineProps = { draft: Draft; onGoTo: (field: FieldName) => void }

function MissingLine({ draft: { form, columns: store }, onGoTo }: MissingLineProps) {
  const hydrated = useHydrated()
  const draft = useWatch({ control: form.control, compute: (texts) => texts })
  const columns = useColumns({ columns: store })
  const look = useChunk(loadWhatIsMissing)
  const texts = hydrated ? draft : blankTexts
  const isKnown = look.state === 'ready'
  const missing = isKnown
    ? look.value(texts, columns && columns.map(({ key }) => key))
    : unfilled(missingFields(texts))
  if (missing === null) {
    return isKnown && <span className={styles.complete}>Nothing is missing</span>
  }
  return (
    <button type="button" className={styles.missing} onClick={() => onGoTo(missing.field)}>
      <span className={styles.count}>{missing.count}</span>
      <span className={styles.names}>: {missing.names}</span>
    </button>
  )
}
