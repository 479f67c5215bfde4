import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './TaskRecord.module.css'

type NoRecordProps = { title: string; onRetry?: () => void; children: ReactNode }

/** Why there is no record, and what to do about it. */
export function NoRecord({ title, onRetry, children }: NoRecordProps) {
  return (
    <main className={styles.page}>
      <title>Ethics record – Batch Composer</title>
      <h1>Ethics record</h1>
      <Notice
        tone="caution"
        role="alert"
        title={title}
        actions={onRetry && <Button onClick={onRetry}>Try again</Button>}
      >
        <p>{children}</p>
      </Notice>
    </main>
  )
}
