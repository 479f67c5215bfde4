import { useEffect, useState } from 'react'
import type { OutboxEntry } from '#storage/intent.ts'
import { onOutboxChange } from '#storage/outbox-changes.ts'
import { currentSends, isLetGo, isUncertain } from './current-sends.ts'

/** `fresh`: it became uncertain while somebody looked on. */
type Shown = { entry: OutboxEntry; fresh: boolean }

/** Where a window dies while it sends, nothing announces it. */
const RECHECK_MS = 3_000

/**
 * The sends that are uncertain, or were when this page first showed them, as they are by now: one that
 * was settled meanwhile stays until somebody has seen it.
 */
export function useSends() {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())

  // What is kept and the other windows are outside of React.
  useEffect(() => {
    const seen = new Map<string, boolean>()
    let wanted = true
    let first = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = async () => {
      const { all, underWay } = await currentSends()
      if (!wanted) return
      for (const { intent } of all.filter(isUncertain)) {
        if (!seen.has(intent.id)) seen.set(intent.id, !first)
      }
      first = false
      setShown(
        all.flatMap((entry) => {
          const fresh = seen.get(entry.intent.id)
          return fresh === undefined ? [] : [{ entry, fresh }]
        }),
      )
      clearTimeout(timer)
      if (underWay) timer = setTimeout(again, RECHECK_MS)
    }
    const again = () => void refresh()
    again()
    const stop = onOutboxChange(again)
    return () => {
      wanted = false
      stop()
      clearTimeout(timer)
    }
  }, [])

  return {
    shown: shown.filter(({ entry }) => !isLetGo(entry) && !dismissed.has(entry.intent.id)),
    dismiss: (id: string) => setDismissed((before) => new Set(before).add(id)),
  }
}
