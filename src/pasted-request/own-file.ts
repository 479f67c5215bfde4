import { readDraftFile } from '#draft-files/read-draft-file.ts'
import { fieldOrder } from '#storage/draft-fields.ts'
import type { Pasted } from './pasted.ts'

/** Whether a text is, or was meant to be, a file of drafts of this app. */
export function isOwnFile(text: string): boolean {
  return /["']?format["']?\s*:\s*["']?batch-composer-drafts/.test(text.slice(0, 20_000))
}

/** The drafts of a file of this app, with what is wrong with the others. */
export function readOwnFile(text: string): Pasted {
  const { drafts, problems } = readDraftFile(text)
  return {
    source: 'a file of drafts',
    drafts: drafts.map((draft) => ({
      draft,
      understood: fieldOrder.filter((field) => draft.texts[field] !== ''),
      ignored: [],
      notes: [],
    })),
    ignored: [],
    hadToken: false,
    problems,
  }
}
