import styles from './SourceColumns.module.css'

type SourceColumnsProps = {
  before: string
  after: string
  /** What the two are called. */
  names?: readonly [string, string]
}

/** Two texts as HTML, to the byte, beside each other. */
export function SourceColumns({ before, after, names = ['Before', 'After'] }: SourceColumnsProps) {
  return (
    <div className={styles.columns}>
      {[before, after].map((html, at) => (
        <div key={names[at]} className={styles.column}>
          <p className={styles.name}>{names[at]}</p>
          <pre
            translate="no"
            className={styles.source}
            tabIndex={0}
            role="region"
            aria-label={names[at]}
          >
            {html === '' ? '(empty)' : html}
          </pre>
        </div>
      ))}
    </div>
  )
}
