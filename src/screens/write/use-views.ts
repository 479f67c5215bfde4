import { useLayoutEffect, useRef, useState } from 'react'
import type { SideView } from './SidePanel.tsx'

export type Views = ReturnType<typeof useViews>

/**
 * Which view of the side is open and, where there is room for one column only, which column is shown.
 * The form is then found again where it was left, not at its top.
 */
export function useViews() {
  const [side, setSide] = useState<SideView>('view')
  const [shown, setShown] = useState<'form' | 'side'>('form')
  const leftAt = useRef(0)

  // Only after the form has its height again is there something to scroll.
  useLayoutEffect(() => {
    if (shown === 'form' && leftAt.current > 0) scrollTo(0, leftAt.current)
  }, [shown])

  return {
    side,
    shown,
    showForm: () => setShown('form'),
    showSide: (view: SideView) => {
      if (shown === 'form') leftAt.current = scrollY
      setSide(view)
      setShown('side')
    },
  }
}
