import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'
import { taskTexts } from '#drafts/fields.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

/** The texts in which something is still to be filled in, in the order of the screen, and what. */
export function placeholdersToFill(draft: BatchDraft) {
  return taskTexts.flatMap((field) => {
    // Tags part no words here, and nothing of this is shown as HTML.
    const text = draft[field].replaceAll(/<[^>]*>/g, '')
    const words = openPlaceholdersIn(text).map((placeholder) => placeholder.words)
    return words.length > 0 ? [{ field, words: [...new Set(words)] }] : []
  })
}
