import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

const icons = { info: Info, good: CircleCheck, caution: TriangleAlert, bad: CircleAlert }

type NoticeProps = {
  tone: keyof typeof icons
  title?: ReactNode
  children?: ReactNode
  /** Buttons and links, in one row below the text. */
  actions?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits for a pause; leave out for standing text. */
  role?: 'alert' | 'status'
}

/** One thing worth saying, with its tone as colour, icon and words. */
export function Notice({ tone, title, children, actions, role }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={role}>
      <Icon aria-hidden className={styles.icon} size={20} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
