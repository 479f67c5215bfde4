import { FileSearch, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './EmptyList.module.css'

type EmptyListProps = {
  children: ReactNode
  /** When a search found nothing: the way back to everything. Without it there is nothing at all. */
  showAll?: { label: string; run: () => void } | undefined
}

/** In place of a list with nothing in it: what to do instead. */
export function EmptyList({ children, showAll }: EmptyListProps) {
  const Icon = showAll ? FileSearch : PenLine
  return (
    <div className={styles.empty}>
      <Icon aria-hidden size={32} />
      <p>{children}</p>
      {showAll && <Button onClick={showAll.run}>{showAll.label}</Button>}
    </div>
  )
}
