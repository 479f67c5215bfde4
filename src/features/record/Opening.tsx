import { Skeleton } from '#ui/Skeleton.tsx'
import styles from './TaskRecord.module.css'

export function Opening() {
  return (
    <main className={styles.page}>
      <title>Ethics record – Batch Composer</title>
      <Skeleton label="Opening the record" height={480} />
    </main>
  )
}
