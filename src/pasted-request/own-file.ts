import { hasMembers } from '#contract/json-value.ts'
import { readDraftFile } from '#draft-files/read-draft-file.ts'
import { fieldOrder } from '#storage/draft-fields.ts'
import { looseJson } from './loose-json.ts'
import type { Pasted } from './pasted.ts'

const FORMAT = 'batch-composer-drafts'

/** The line or the member that says so, wherever a tool has sorted it to. */
const MARK = new RegExp(
  String.raw`(?:^|[{,])[ \t]*["']?format["']?[ \t]*:[ \t]*["']?${FORMAT}`,
  'm',
)

/** Whether a text is, or was meant to be, a file of drafts of this app. */
export function isOwnFile(text: string): boolean {
  if (!MARK.test(text)) return false
  // A request may speak of such a file in one of its texts.
  const value = looseJson(text)
  return value === undefined || (hasMembers(value) && String(value['format']).startsWith(FORMAT))
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
