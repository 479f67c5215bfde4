import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import styles from './DraftNotice.module.css'

type DraftNoticeProps = {
  message: string
  action?: { label: string; run: () => void } | undefined
  after?: ReactNode
  onDismiss?: () => void
}

/** One line about the whole draft: what was done to it, and how to take that back. */
export function DraftNotice({ message, action, after, onDismiss }: DraftNoticeProps) {
  return (
    <div className={styles.notice}>
      <span role="status">{message}</span>
      {action && (
        <Button kind="quiet" className={styles.action} onClick={action.run}>
          {action.label}
        </Button>
      )}
      {after && <span>{after}</span>}
      {onDismiss && (
        <Button kind="quiet" className={styles.action} onClick={onDismiss}>
          Dismiss
        </Button>
      )}
    </div>
  )
}
