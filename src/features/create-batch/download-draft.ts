import type { BatchDraft } from './batch-draft.ts'

/** Hands the texts over as a file, for when the browser cannot keep them. */
export function downloadDraft(draft: BatchDraft) {
  const file = new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = 'batch-draft.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
