import type { ReactNode } from 'react'
import { Later } from '#ui/Later.tsx'
import { StandIn } from './StandIn.tsx'

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
