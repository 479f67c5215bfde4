import type { ReactNode } from 'react'
import styles from './ListPage.module.css'

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
