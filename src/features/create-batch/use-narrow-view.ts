import { useLayoutEffect, useRef, useState } from 'react'
import type { NarrowView } from './NarrowSwitch.tsx'

/** Which view a narrow screen shows. The form is found again where it was left, not at its top. */
export function useNarrowView() {
  const [view, setView] = useState<NarrowView>('write')
  const leftAt = useRef(0)

  // Only after the form has its height again is there something to scroll.
  useLayoutEffect(() => {
    if (view === 'write' && leftAt.current > 0) scrollTo(0, leftAt.current)
  }, [view])

  const show = (next: NarrowView) => {
    if (view === 'write') leftAt.current = scrollY
    setView(next)
  }
  return [view, show] as const
}
