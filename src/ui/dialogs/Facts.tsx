import styles from './Facts.module.css'

type FactsProps = { rows: readonly (readonly [term: string, value: string])[] }

/** Terms and values, one below the other, as a dialog asks to confirm them. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
