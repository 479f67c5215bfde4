import type { FileProblem } from '#drafts/file-format/read-draft-file.ts'
import type { RequestDraft } from './request-to-draft.ts'

/** The outcome for a text that gave nothing: why, in words that name a remedy, and at which line. */
export function unrecognised(reason: string, line: number | null = null): Pasted {
  const problem = { draft: '', line, field: '', reason }
  return { source: '', drafts: [], ignored: [], hadToken: false, problems: [problem] }
}

/** The outcome for a text for people, from which nothing is read by itself. */
export function noRequest(reason: string): Pasted {
  return { ...unrecognised(reason), isText: true }
}

/** What was made of a text that came from outside. */
export type Pasted = {
  /** What it was taken for: "a curl command"; '' when nothing was recognised. */
  source: string
  drafts: RequestDraft[]
  /** What was left out, by name, because a draft has no place for it. */
  ignored: string[]
  /** Whether a token was in it. It is in none of the drafts. */
  hadToken: boolean
  /** What could not be taken, and why; of the whole when there are no drafts. */
  problems: FileProblem[]
  /** Whether it is a text for people, in which nothing looks like a request. */
  isText?: boolean
}
