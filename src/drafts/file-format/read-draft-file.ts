import {
  DraftFile,
  FileDraft,
  fromFileDraft,
  type PortableDraft,
  MOST_FILE_CHARACTERS,
} from './draft-file.ts'
import { parseLocated, type Located } from './parse-located.ts'
import type * as z from 'zod/mini'
import { hasMembers } from '#contract/json-value.ts'

const nouns: Record<string, string> = {
  string: 'text',
  object: 'a group of fields',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
}

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
    return refuse(null, '', 'The file is larger than 10 MB. Split it into smaller files.')
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

/** One thing that is wrong with a value: where, and why in words that name the remedy. */
type Fault = { path: (string | number)[]; reason: string }

/** What an issue of a schema means for somebody who looks at the file. `value` is what was checked. */
function faultsOf(issue: z.core.$ZodIssue, value: unknown): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      reason: 'There is no such field. Check the spelling, or remove it.',
    }))
  }
  return [{ path, reason: isMissing(value, path) ? 'This is missing.' : reasonOf(issue) }]
}

function reasonOf(issue: z.core.$ZodIssue) {
  if (issue.code === 'invalid_type')
    return `This has to be ${nouns[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value') {
    return `This has to be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}.`
  }
  if (issue.code === 'too_small') return 'This list is empty.'
  if (issue.code === 'too_big') return `This list can have at most ${issue.maximum} entries.`
  return 'This value is not valid here.'
}

function isMissing(value: unknown, path: readonly (string | number)[]) {
  let at = value
  for (const part of path) {
    if (!hasMembers(at) || !Object.hasOwn(at, part)) return true
    at = at[part]
  }
  return false
}
