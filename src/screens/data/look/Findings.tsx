import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { Finding } from '#dataset/checks/check-data.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import styles from './Findings.module.css'

const icons = { must: CircleAlert, should: TriangleAlert, note: Info }
const levelWords = { must: 'To fix first: ', should: 'Look at: ', note: 'Note: ' }
const order = ['must', 'should', 'note']

type FindingsProps = { session: DataSession; state: Ready; onRow: (row: number) => void }

/** What there is to look at in the rows, each with its remedy, and what was done so far. */
export function Findings({ session, state, onRow }: FindingsProps) {
  const { findings, done } = state.prepared
  const sorted = findings.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return (
    <section className={styles.section} aria-labelledby="data-findings">
      <h2 id="data-findings">Check the rows</h2>
      {findings.length === 0 && (
        <p className={styles.fine}>
          <CircleCheck aria-hidden size={16} />
          Nothing looks wrong.
        </p>
      )}
      {findings.length > 0 && (
        <ul className={styles.list}>
          {sorted.map((finding) => (
            <Row key={finding.id} finding={finding} session={session} state={state} onRow={onRow} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <div className={styles.done}>
          <h3 id="data-changes">Changes so far</h3>
          <ol className={styles.steps} aria-labelledby="data-changes">
            {done.map((words, index) => (
              <li key={`${index} ${words}`}>
                <span>{words}</span>
                <Button
                  kind="quiet"
                  aria-label={`Undo: ${words}`}
                  onClick={() => void session.removeStep(index)}
                >
                  Undo
                </Button>
              </li>
            ))}
          </ol>
          <p className={styles.quiet}>Your file itself is never changed.</p>
        </div>
      )}
    </section>
  )
}

function Row({ finding, session, state, onRow }: FindingsProps & { finding: Finding }) {
  const { level, message, rows, fix, setUse } = finding
  const Icon = icons[level]
  const [first] = rows
  return (
    <li className={styles.row} data-level={level}>
      <Icon aria-hidden className={styles.icon} size={16} />
      <p className={styles.message}>
        <span className="visually-hidden">{levelWords[level]}</span>
        {message}
      </p>
      <span className={styles.actions}>
        {first !== undefined && first > 0 && (
          <Button kind="quiet" aria-label={`Show row ${first}`} onClick={() => onRow(first)}>
            Show
          </Button>
        )}
        {setUse && (
          <Button
            disabled={state.busy}
            onClick={() =>
              void session.setColumns(
                (columns) =>
                  columns.map((column) =>
                    column.heading === setUse.column ? { ...column, use: setUse.use } : column,
                  ),
                `‘${setUse.column}’: ${setUse.label}.`,
              )
            }
          >
            {setUse.label}
          </Button>
        )}
        {fix && (
          <Button disabled={state.busy} onClick={() => void session.addStep(fix.step, 'Fixed.')}>
            {fix.label}
          </Button>
        )}
      </span>
    </li>
  )
}
