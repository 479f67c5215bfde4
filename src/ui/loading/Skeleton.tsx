import styles from './Skeleton.module.css'

/**
 * Holds the exact space of what is being loaded. It shows itself only after 400 ms, so that a quick
 * answer causes no flicker, and names what is awaited for screen readers.
 */
export function Skeleton({ label, height }: { label: string; height: number | string }) {
  return (
    <div className={styles.skeleton} style={{ height }} role="status">
      <span className="visually-hidden">{label}</span>
    </div>
  )
}

type SkeletonRowsProps = {
  /** Names what is awaited. */
  label: string
  rows: number
  /** Of one row, in CSS pixels. */
  height: number
}

/** In place of a list that is being loaded: rows as high as its own, each with two lines. */
export function SkeletonRows({ label, rows, height }: SkeletonRowsProps) {
  return (
    <div className={styles.rows} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ height }} aria-hidden>
          <span className={styles.line} />
          <span className={styles.line} />
        </div>
      ))}
    </div>
  )
}
