import type { FileProblem } from '#draft-files/read-draft-file.ts'
import type { RequestDraft } from './request-to-draft.ts'

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
