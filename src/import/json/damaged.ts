import { parseJson } from '#drafts/file-format/parse-located.ts'
import { afterComments } from './fix-line-breaks.ts'
import { type Pasted, unrecognised } from '#import/requests/unrecognised.ts'
import { hasMembers } from '#contract/json-value.ts'
import { readDraftFile } from '#drafts/file-format/read-draft-file.ts'
import { filledFields } from '#drafts/store/draft-texts.ts'
import { looseJson } from './loose-json.ts'

const FORMAT = 'batch-composer-drafts'

/** The line or the member that says so, wherever a tool has sorted it to. */
const MARK = new RegExp(
  String.raw`(?:^|[{,])[ \t]*["']?format["']?[ \t]*:[ \t]*["']?${FORMAT}`,
  'm',
)

/** The outcome for a text that was meant to be JSON, told as of a file; `line` is where it begins. */
export function damaged(text: string, line = 1): Pasted {
  const parsed = parseJson(asObject(text.replace(/^\uFEFF/, '')), false)
  if (parsed.ok) return unrecognised('No request was found.')
  return unrecognised(parsed.reason, parsed.line && parsed.line + line - 1)
}

/** The text as an object, when the brace before its members was not copied. */
function asObject(text: string) {
  return afterComments(text).startsWith('"') ? text.replace('"', '{"') : text
}

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
      understood: filledFields(draft.texts),
      ignored: [],
      notes: [],
    })),
    ignored: [],
    hadToken: false,
    problems,
  }
}
