import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './ViewNote.module.css'

type ViewNoteProps = {
  tone: 'caution' | 'busy'
  icon: LucideIcon
  children: ReactNode
  action?: { label: string; onPress: () => void }
}

/** One line about the sheet, beside it, with what can be done about it. */
export function ViewNote({ tone, icon: Icon, children, action }: ViewNoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]}`}>
      <Icon aria-hidden size={16} />
      <p>{children}</p>
      {action && (
        <button type="button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  )
}
