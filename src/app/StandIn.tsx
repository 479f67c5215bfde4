import type { ReactNode } from 'react'
import { Skeleton } from '#ui/Skeleton.tsx'
import styles from './page.module.css'

type StandInProps = {
  /** What the screen is called. */
  name: string
  /** Whether the screen is still to come. */
  waiting?: boolean
  children?: ReactNode
}

/** In place of a screen that is not there: a page all the same, which says what it would be. */
export function StandIn({ name, waiting = false, children }: StandInProps) {
  return (
    <main className={styles.page}>
      <title>{`${name} – Batch Composer`}</title>
      {waiting ? <Skeleton label="Loading" height="50vh" /> : <h1>{name}</h1>}
      {children}
    </main>
  )
}
