import { useSyncExternalStore } from 'react'
import type { DraftKeeper } from '#storage/draft-keeper.ts'

/** Whether the stored draft is still on its way into the form. */
export function useOpening({ subscribe, state }: DraftKeeper) {
  return useSyncExternalStore(
    subscribe,
    () => state().kind === 'opening',
    () => false,
  )
}
