import { DraftFile, FileDraft, fromFileDraft, type PortableDraft } from './draft-file.ts'
import { faultsOf, type Fault } from './file-faults.ts'
import { MOST_FILE_CHARACTERS } from './file-limits.ts'
import { parseLocated, type Located } from './parse-located.ts'

/** Why a file, or one draft of it, was not taken. */
export type FileProblem = {
  /** Which draft, as people count: "Draft 3 (“Rate reviews”)"; '' when it is the whole file. */
  draft: string
  /** From 1; null where it cannot be told. */
  line: number | null
  /** The member that is wrong, as a path: `task_details.task_name`; '' for the whole. */
  field: string
  reason: string
}

export type ReadDrafts = { drafts: PortableDraft[]; problems: FileProblem[] }

/**
 * The drafts of a JSON or YAML file, and what is wrong with the others: one bad draft does not cost
 * the good ones. Never throws. The HTML is as it stands in the file; it is cleaned where it is opened.
 */
export function readDraftFile(text: string): ReadDrafts {
  if (text.length > MOST_FILE_CHARACTERS) {
    return refuse(null, '', 'The file is longer than 10 MB. Split it into smaller files.')
  }
  const parsed = parseLocated(text)
  if (!parsed.ok) return refuse(parsed.line, '', parsed.reason)
  const { value, lineOf } = parsed
  const file = DraftFile.safeParse(value)
  if (file.success) return { drafts: file.data.drafts.map(fromFileDraft), problems: [] }

  const faults = file.error.issues.flatMap((issue) => faultsOf(issue, value))
  const whole = faults.find(({ path }) => path[0] !== 'drafts' || path.length === 1)
  if (whole) return refuse(lineOf(whole.path), whole.path.join('.'), whole.reason)
  return eachDraft(value, faults, lineOf)
}

function eachDraft(
  value: unknown,
  faults: readonly Fault[],
  lineOf: Located['lineOf'],
): ReadDrafts {
  const candidates = draftsOf(value)
  const drafts = candidates.flatMap((candidate) => {
    const read = FileDraft.safeParse(candidate)
    return read.success ? [fromFileDraft(read.data)] : []
  })
  const problems = faults.map(({ path, reason }) => {
    const index = Number(path[1])
    const field = path.slice(2).join('.')
    return { draft: nameOf(candidates[index], index), line: lineOf(path), field, reason }
  })
  return { drafts, problems }
}

function draftsOf(value: unknown): unknown[] {
  const isFile = typeof value === 'object' && value !== null && 'drafts' in value
  return isFile && Array.isArray(value.drafts) ? value.drafts : []
}

function nameOf(draft: unknown, index: number) {
  const named =
    typeof draft === 'object' && draft !== null && 'name' in draft && typeof draft.name === 'string'
      ? ` (“${draft.name.slice(0, 80)}”)`
      : ''
  return `Draft ${index + 1}${named}`
}

function refuse(line: number | null, field: string, reason: string): ReadDrafts {
  return { drafts: [], problems: [{ draft: '', line, field, reason }] }
}
