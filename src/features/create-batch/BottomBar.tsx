import { useSyncExternalStore } from 'react'
import { useWatch } from 'react-hook-form'
import { countMissing, missingFields, nameMissing, type FieldName } from '#storage/draft-fields.ts'
import type { DraftKeeper, SaveState } from '#storage/draft-keeper.ts'
import { blankTexts } from '#storage/stored-draft.ts'
import { Button } from '#ui/Button.tsx'
import { shortMoment } from '#ui/moment.ts'
import styles from './BottomBar.module.css'
import { downloadDraft } from './download-draft.ts'
import type { DraftForm } from './draft-form.ts'
import { useHydrated } from './use-hydrated.ts'

type BottomBarProps = {
  form: DraftForm
  keeper: DraftKeeper
  /** What the primary button says, for example "Create practice batch". */
  action: string
  busy: boolean
  /** The last attempt may have created the batch: nothing is sent before that is known. */
  blocked: boolean
  onStartOver: () => void
  onGoTo: (field: FieldName) => void
}

/** Always in reach: whether the text is safe, what is missing, and the one thing to do. */
export function BottomBar(props: BottomBarProps) {
  const { form, keeper, action, busy, blocked, onStartOver, onGoTo } = props
  const hydrated = useHydrated()
  return (
    <div className={styles.bar}>
      <div className={styles.inner}>
        <Saved form={form} keeper={keeper} />
        <Missing form={form} onGoTo={onGoTo} />
        <span className={styles.spacer} />
        <Button kind="quiet" className={styles.startOver} onClick={onStartOver} disabled={busy}>
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
          {busy ? 'Creating…' : action}
        </Button>
        <span role="status" className="visually-hidden">
          {busy && 'Creating the batch'}
        </span>
      </div>
    </div>
  )
}

const nothingYet: SaveState = { kind: 'untouched' }

function Saved({ form, keeper }: { form: DraftForm; keeper: DraftKeeper }) {
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, () => nothingYet)
  if (state.kind === 'untouched') return <span className={styles.saved}>Nothing written yet</span>
  if (state.kind === 'saved') {
    return <span className={styles.saved}>Saved in this browser {shortMoment(state.at)}</span>
  }
  const reason =
    state.reason === 'full' ? 'browser storage is full' : 'this browser window keeps nothing'
  return (
    <span className={styles.unsaved} role="alert">
      Not saved: {reason}.{' '}
      <Button kind="quiet" onClick={() => downloadDraft(form.getValues())}>
        Download
      </Button>
    </span>
  )
}

type MissingProps = { form: DraftForm; onGoTo: (field: FieldName) => void }

function Missing({ form, onGoTo }: MissingProps) {
  const hydrated = useHydrated()
  const draft = useWatch({ control: form.control, compute: (texts) => texts })
  const missing = missingFields(hydrated ? draft : blankTexts)
  const [first] = missing
  if (first === undefined) return <span className={styles.complete}>Nothing is missing</span>

  return (
    <button type="button" className={styles.missing} onClick={() => onGoTo(first)}>
      <span className={styles.count}>{countMissing(missing)}</span>
      <span className={styles.names}>: {nameMissing(missing)}</span>
    </button>
  )
}
