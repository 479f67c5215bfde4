import type { ReactNode } from 'react'
import styles from './ListPage.module.css'
import { FileSearch, PenLine } from 'lucide-react'
import { Button } from './Button.tsx'

type ListPageProps = {
  /** Of the browser's tab. */
  title: string
  heading: string
  /** A sentence or two below the heading. */
  lead?: ReactNode
  /** What begins something new, at the end of the heading's line. */
  actions?: ReactNode
  children: ReactNode
}

/** A screen on which something is found among many. */
export function ListPage({ title, heading, lead, actions, children }: ListPageProps) {
  return (
    <main className={styles.page}>
      <title>{title}</title>
      <header className={styles.header}>
        <h1>{heading}</h1>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </main>
  )
}

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
