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
