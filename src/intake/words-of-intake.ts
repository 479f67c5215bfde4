import { fieldNames } from '#storage/draft-fields.ts'
import type { FileProblem } from '#draft-files/read-draft-file.ts'
import type { RequestDraft } from '#pasted-request/request-to-draft.ts'
import { counted } from '#ui/counted.ts'
import type { TakenIn } from './take-in.ts'

/** How many names of ignored members are written out. */
const MOST_NAMES = 12
/** How many notes about several drafts are written out. */
const MOST_NOTES = 20

/** What became of a text or a file, in one line. */
export function titleOf({ from, pasted, added }: TakenIn): string {
  const name = from === '' ? '' : ` from “${from}”`
  if (added.length === 0) {
    return from === '' ? 'Nothing was made of this.' : `Nothing was imported${name}.`
  }
  const refused = new Set(pasted.problems.map(({ draft }) => draft)).size
  const not = refused === 0 ? '' : ` ${refused === 1 ? '1 was' : `${refused} were`} not.`
  const [first] = pasted.drafts
  if (pasted.source === 'a file of drafts' || !first || added.length > 1) {
    const verb = added.length === 1 ? 'was' : 'were'
    const source = pasted.source === 'a file of drafts' ? '' : `, from ${pasted.source}`
    return `${counted(added.length, 'draft')} ${verb} imported${name}${source}.${not}`
  }
  return `A draft was made: ${counted(first.understood.length, 'field')} from ${pasted.source}${from === '' ? '' : `, “${from}”`}.`
}

/** What a reader should know besides, a sentence each. */
export function sentencesOf({ pasted }: TakenIn): string[] {
  const { drafts, ignored, hadToken, source } = pasted
  const [first] = drafts
  const fields = first?.understood.map((field) => fieldNames[field]).join(', ')
  const one = drafts.length === 1 && source !== 'a file of drafts'
  const more = ignored.length - MOST_NAMES
  const sentences = [
    hadToken &&
      'There was a token in it. It was dropped: it is in no draft, and this browser does not keep it.',
    one && fields && `Understood: ${fields}.`,
    ignored.length > 0 &&
      `Left out, because a draft has no field for it: ${ignored.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    ...notesOf(drafts),
  ]
  return sentences.filter((sentence) => typeof sentence === 'string').filter(Boolean)
}

/** What there is to say about fields; of several drafts with the name of each. */
function notesOf(drafts: readonly RequestDraft[]): string[] {
  const [first, second] = drafts
  if (first && !second) return first.notes
  const notes = drafts.flatMap((draft) => draft.notes.map((note) => `“${nameOf(draft)}”: ${note}`))
  const more = notes.length - MOST_NOTES
  // The last of a list is the one that may be cut off.
  return more > 0 ? [`${more} more notes are left out here.`, ...notes.slice(more)] : notes
}

function nameOf({ draft: { name, texts } }: RequestDraft) {
  return name || texts.batchName || texts.taskTitle || 'Draft without a name'
}

/** "Draft 3 (“Rate”), line 41, task_details.task_name: This has to be text." */
export function problemInWords({ draft, line, field, reason }: FileProblem): string {
  const where = [draft, line !== null && `line ${line}`, field].filter(Boolean).join(', ')
  return where === '' ? reason : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${reason}`
}
