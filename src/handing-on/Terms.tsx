import styles from './Terms.module.css'

/** Terms and what stands for them. */
export function Terms({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.terms}>
      {rows.map(([term, value]) => (
        <div key={term} className={styles.row}>
          <dt>{term}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
