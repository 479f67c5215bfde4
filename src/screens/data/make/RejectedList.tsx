import { counted } from '#ui/counted.ts'
import styles from './MakeDataset.module.css'

/** More would be a list that nobody reads; the file has them all. */
const MOST_SHOWN = 10

type RejectedListProps = {
  /** `row` is its number in the spreadsheet, null while it is not known. */
  errors: readonly { row: number | null; field: string | null; reason: string | null }[]
  /** How many rows were rejected in all. */
  count: number
}

/** Rejected rows by number and reason. */
export function RejectedList({ errors, count }: RejectedListProps) {
  const shown = errors.slice(0, MOST_SHOWN)
  const more = count - shown.length
  return (
    <>
      <ul aria-label="Rejected rows">
        {shown.map(({ row, field, reason }, index) => (
          // Two errors of one row may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {row === null ? 'A row' : `Row ${row}`}
            {field && field !== '_raw' && `, ${field}`}: {reason ?? 'no reason was given'}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.quiet}>{counted(more, 'more row')} rejected</p>}
    </>
  )
}
