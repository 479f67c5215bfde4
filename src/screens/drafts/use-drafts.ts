import { onDraftChange } from '#drafts/store/draft-changes.ts'
import { useEffect, useState } from 'react'
import { adoptBackups } from '#drafts/autosave/adopt-backups.ts'
import { draftsInBackups, listDrafts } from '#drafts/store/drafts.ts'
import type { KeptDraft } from '#drafts/store/read-draft.ts'
import { RETRY_MS } from '#drafts/autosave/save-clock.ts'
import { faultOf, type StorageFault } from '#storage/storage-fault.ts'

export type KeptDrafts =
  | { state: 'loading' }
  /** The database cannot be read, which is tried again; these are the copies that lie beside it. */
  | { state: 'failed'; fault: StorageFault; drafts: readonly KeptDraft[] }
  | { state: 'ready'; drafts: readonly KeptDraft[] }

/** The drafts of this browser, also while other tabs write in them. */
export function useDrafts(): KeptDrafts {
  const [kept, setKept] = useState<KeptDrafts>({ state: 'loading' })

  // The database, and the other tabs, are outside of React.
  useEffect(() => {
    let wanted = true
    let adopted = false
    let again: ReturnType<typeof setTimeout> | undefined
    const read = async (): Promise<KeptDrafts> => {
      try {
        const drafts = await listDrafts()
        return { state: 'ready', drafts }
      } catch (error) {
        return { state: 'failed', fault: faultOf(error), drafts: draftsInBackups() }
      }
    }
    const load = async () => {
      clearTimeout(again)
      const next = await read()
      if (!wanted) return
      if (next.state === 'failed') {
        setKept(next)
        again = setTimeout(() => void load(), RETRY_MS)
        return
      }
      if (!adopted) {
        adopted = true
        await adoptBackups()
        return load()
      }
      setKept(next)
    }
    void load()
    const stop = onDraftChange(() => void load())
    return () => {
      wanted = false
      clearTimeout(again)
      stop()
    }
  }, [])

  return kept
}
