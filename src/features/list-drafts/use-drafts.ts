import { useEffect, useState } from 'react'
import { adoptLeftovers } from '#storage/adopt-leftovers.ts'
import { onDraftChange } from '#storage/draft-changes.ts'
import { draftsAreForgotten } from '#storage/draft-shelf.ts'
import { listDrafts } from '#storage/drafts.ts'
import type { KeptDraft } from '#storage/read-draft.ts'

export type KeptDrafts =
  | { state: 'loading' }
  | { state: 'failed' }
  /** `forgotten`: this browser window keeps nothing, they go with it. */
  | { state: 'ready'; drafts: readonly KeptDraft[]; forgotten: boolean }

/** The drafts of this browser, also while other tabs write in them. */
export function useDrafts(): KeptDrafts {
  const [kept, setKept] = useState<KeptDrafts>({ state: 'loading' })

  // The database, and the other tabs, are outside of React.
  useEffect(() => {
    let wanted = true
    const load = async () => {
      try {
        const drafts = await listDrafts()
        if (wanted) setKept({ state: 'ready', drafts, forgotten: draftsAreForgotten() })
      } catch {
        if (wanted) setKept({ state: 'failed' })
      }
    }
    const begin = async () => {
      await adoptLeftovers()
      await load()
    }
    void begin()
    const stop = onDraftChange(() => void load())
    return () => {
      wanted = false
      stop()
    }
  }, [])

  return kept
}
