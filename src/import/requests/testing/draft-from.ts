import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import { readPasted } from '#import/requests/read-pasted.ts'

/** The one draft that a pasted text becomes. Throws when it becomes none or several. */
export function draftFrom(text: string): PortableDraft {
  const { drafts, problems } = readPasted(text, 'practice')
  const [first, second] = drafts
  if (!first || second)
    throw new Error(`${drafts.length} drafts. ${JSON.stringify(problems)}\n${text}`)
  return first.draft
}
