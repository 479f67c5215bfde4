import styles from './Terms.module.css'

type TermsProps = { rows: readonly (readonly [string, string | readonly string[]])[] }

/** Terms and what stands for them: a text, or a list of texts. */
export function Terms({ rows }: TermsProps) {
  return (
    <dl className={styles.terms}>
      {rows.map(([term, value]) => (
        <div key={term} className={styles.row}>
          <dt>{term}</dt>
          {typeof value === 'string' ? (
            <dd dir="auto">{value}</dd>
          ) : (
            <dd>
              <ul className={styles.values}>
                {value.map((one, index) => (
                  <li key={index} dir="auto">
                    {one}
                  </li>
                ))}
              </ul>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
