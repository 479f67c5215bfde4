import { Button } from '#ui/Button.tsx'
import styles from './Reading.module.css'

type ReadingProps = { name: string; read: number; of: number; onCancel: () => void }

/** How far a file is read, and the way to stop. */
export function Reading({ name, read, of, onCancel }: ReadingProps) {
  const share = of > 0 ? Math.min(100, Math.floor((read / of) * 100)) : 0
  return (
    <div className={styles.reading}>
      <p role="status">Reading {name}…</p>
      <progress className={styles.progress} aria-label={`Reading ${name}`} max={100} value={share}>
        {share} %
      </progress>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  )
}
