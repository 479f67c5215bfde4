import { useCallback, useEffect, useState } from 'react'
import type { Environment } from '#contract/environment.ts'
import { adoptUnsavedEdits } from '#drafts/autosave/adopt-unsaved-edits.ts'
import { latestBackup } from '#drafts/autosave/unload-backup.ts'
import { editDraftId, holdsNothing } from '#drafts/store/batch-edit.ts'
import { onDraftChange } from '#drafts/store/draft-changes.ts'
import { readDraft } from '#drafts/store/drafts.ts'

/**
 * Whether this browser keeps a change of a batch's texts that was not saved; undefined until that is
 * known. `look` looks again, at once where a copy was left beside the database.
 */
export function useUnsavedEdit(environment: Environment, batchId: string) {
  const id = editDraftId(environment, batchId)
  const [unsaved, setUnsaved] = useState<boolean>()
  const look = useCallback(async () => {
    if (isLeftBehind(id)) setUnsaved(true)
    else setUnsaved(await isStored(id))
  }, [id])

  // The database, and the other windows, are outside of React.
  useEffect(() => {
    const begin = async () => {
      await adoptUnsavedEdits().catch(() => undefined)
      await look()
    }
    void begin()
    return onDraftChange((changed) => {
      if (changed === id) void look()
    })
  }, [id, look])

  return { unsaved, look }
}

function isLeftBehind(id: string) {
  const left = latestBackup(id)
  return left !== null && !left.saved && !holdsNothing(left)
}

/** What cannot be read counts too: its editor says what is wrong. */
async function isStored(id: string) {
  try {
    const kept = await readDraft(id)
    return kept !== null && !(kept.kind === 'readable' && holdsNothing(kept.draft))
  } catch {
    return false
  }
}
