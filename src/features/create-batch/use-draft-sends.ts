import { useEffect, useEffectEvent, useState } from 'react'
import type { Intent } from '#storage/intent.ts'

const load = () => import('#sending/sends-of-draft.ts')

/**
 * Follows what is sent of a draft, from this window or another. True while that is not settled:
 * nothing more is sent of it then. `onCreated` is told the batch that it became last, also at the start.
 */
export function useDraftSends(draft: string, onCreated: (intent: Intent) => void) {
  const [open, setOpen] = useState(false)
  const created = useEffectEvent(onCreated)

  // What is kept, and the other windows, are outside of React.
  useEffect(() => {
    let wanted = true
    let stop = () => {}
    const follow = async () => {
      const { watchDraft } = await load()
      if (!wanted) return
      stop = watchDraft(draft, (sends) => {
        setOpen(sends.open !== null)
        if (sends.created) created(sends.created)
      })
    }
    // Without this part nothing can be sent either, and sending says so.
    follow().catch(() => {})
    return () => {
      wanted = false
      stop()
    }
  }, [draft])

  return open
}
