import type { ReactNode } from 'react'
import { Later } from '#ui/loading/Later.tsx'
import { SkeletonRows } from '#ui/loading/Skeleton.tsx'
import styles from './page.module.css'

type LaterScreenProps<Screen> = {
  /** Imports the screen; a module constant. */
  load: () => Promise<Screen>
  /** What the screen is called. */
  title: string
  /** What is being loaded, as in "Could not load the drafts". */
  name: string
  children: (screen: Screen) => ReactNode
}

/** A screen whose code comes when it is first needed. */
export function LaterScreen<Screen>({ load, title, name, children }: LaterScreenProps<Screen>) {
  return (
    <Later
      load={load}
      name={name}
      waiting={<StandIn name={title} waiting />}
      renderFailed={(notice) => <StandIn name={title}>{notice}</StandIn>}
    >
      {children}
    </Later>
  )
}

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
    <main className={styles.page} aria-busy={waiting}>
      <title>{`${name} – Batch Composer`}</title>
      <h1>{name}</h1>
      {waiting && <SkeletonRows label="Loading" rows={6} height={64} />}
      {children}
    </main>
  )
}
