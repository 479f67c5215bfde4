import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False for the HTML made at build time and for the first render over it, true from then on. */
export function useHydrated() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
