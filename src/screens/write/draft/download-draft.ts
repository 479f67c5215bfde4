import type { Environment } from '#contract/environment.ts'
import { toDraftFile } from '#drafts/file-format/draft-file.ts'
import { saveFile } from '#ui/save-file.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

/** Hands the texts over as a file that can be imported again, for when the browser cannot keep them. */
export function downloadDraft(texts: BatchDraft, environment: Environment) {
  const file = toDraftFile([{ name: '', place: environment, texts }])
  saveFile('batch-draft.json', `${JSON.stringify(file, null, 2)}\n`)
}
