import type { TaskDetails } from '#contract/batch.ts'
import type { Place } from '#contract/environment.ts'
import { sameTexts } from '#screens/batch/stored-texts/texts-of.ts'
import {
  dropEdit,
  keepEdit,
  newEditKey,
  unsavedEdits,
  type UnsavedEdit,
} from '#drafts/store/unsaved-edit.ts'

type Change = { base: TaskDetails; texts: TaskDetails }

/**
 * What one editor keeps in this browser of a change of a batch's texts. It goes on from the latest
 * change that is kept, and writes only what is its own: other windows may be editing the same batch.
 */
export function openKeptEdit(place: Place, id: string) {
  let key = newEditKey(place, id)
  let own: UnsavedEdit | null = null
  let takenUp = unsavedEdits(place, id)[0] ?? null
  const latest = takenUp

  const letGo = () => {
    for (const edit of [own, takenUp]) if (edit) dropEdit(edit)
    own = null
    takenUp = null
  }

  return {
    /** The change that the editor goes on from; null where there was none. */
    latest,
    /** Keeps a change, or lets it go once there is none. False when this browser has no room for it. */
    keep: (change: Change) => {
      if (sameTexts(change.base, change.texts)) {
        letGo()
        return true
      }
      const last = own ?? takenUp
      // What another window has taken up meanwhile is not put beside it once more.
      if (last && isSame(last, change)) return true
      const kept = keepEdit(key, change)
      if (!kept) return false
      if (takenUp) dropEdit(takenUp)
      takenUp = null
      own = kept
      return true
    },
    /** Lets go of what this editor keeps, and of what it went on from. */
    letGo,
    /** Goes on from another change, and leaves what it kept where it is. */
    goOnWith: (other: UnsavedEdit) => {
      key = newEditKey(place, id)
      own = null
      takenUp = other
    },
    /** What is kept beside it, newest first. */
    others: () => {
      const mine = own ?? takenUp
      return unsavedEdits(place, id).filter((edit) => edit.key !== own?.key && !isSame(edit, mine))
    },
  }
}

function isSame(one: Change, other: Change | null) {
  return other !== null && sameTexts(one.base, other.base) && sameTexts(one.texts, other.texts)
}
