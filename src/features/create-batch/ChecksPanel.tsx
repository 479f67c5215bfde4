import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { fieldNames, type FieldName } from './batch-draft.ts'
import type { Check, Checks } from './checks.ts'
import styles from './ChecksPanel.module.css'

type ChecksPanelProps = { checks: Checks; onGoTo: (field: FieldName) => void }

/** What must be mended, and what may not survive at Prolific: each with where it is and a way there. */
export function ChecksPanel({ checks, onGoTo }: ChecksPanelProps) {
  const { mustFix, mayDisappear, words, minutes } = checks
  const length = `${words === 1 ? '1 word' : `${words} words`}, about ${minutes === 1 ? '1 minute' : `${minutes} minutes`} to read.`
  return (
    <div className={styles.panel}>
      <p className={styles.length}>
        {mustFix.length + mayDisappear.length === 0 && 'Nothing to fix. '}
        {length}
      </p>
      <CheckGroup title="Must fix" tone="bad" checks={mustFix} onGoTo={onGoTo} />
      <CheckGroup
        title="May disappear in Prolific"
        tone="caution"
        checks={mayDisappear}
        onGoTo={onGoTo}
        note="Prolific lists the formatting it keeps only for study descriptions. What is named here is not on that list. It may work in tasks; nobody has published it."
      />
    </div>
  )
}

type CheckGroupProps = {
  title: string
  tone: 'bad' | 'caution'
  checks: readonly Check[]
  onGoTo: (field: FieldName) => void
  note?: ReactNode
}

function CheckGroup({ title, tone, checks, onGoTo, note }: CheckGroupProps) {
  if (checks.length === 0) return null
  return (
    <section className={styles.group}>
      <h3 className={styles[tone]}>{title}</h3>
      {note && <p className={styles.note}>{note}</p>}
      <ul className={styles.list}>
        {checks.map(({ field, what, quotes }) => (
          <li key={field + what} className={styles.check}>
            <div>
              <p>{what}</p>
              <p className={styles.where}>
                {fieldNames[field]}
                {quotes.some(Boolean) && `: ${quotes.filter(Boolean).map(quoted).join(', ')}`}
              </p>
            </div>
            <Button kind="quiet" onClick={() => onGoTo(field)}>
              Go to {fieldNames[field]}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const quoted = (words: string) => `“${words}”`
