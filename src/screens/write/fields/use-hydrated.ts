import { useSyncExternalStore } from 'react'
import type { Autosave } from '#drafts/autosave/autosave.ts'

const never = () => () => {}

/** False for the HTML made at build time and for the first render over it, true from then on. */
export function useHydrated() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/** Whether the stored draft is still on its way into the form. */
export function useOpening({ subscribe, state }: Autosave) {
  return useSyncExternalStore(
    subscribe,
    () => state().kind === 'opening',
    () => false,
  )
}
