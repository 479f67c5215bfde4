import type { ApiError, ApiFailure } from '#api/api-error.ts'
import type { TaskDetails } from '#contract/batch.ts'

/** How far a change of stored texts has come. */
export type EditState =
  | { kind: 'writing' }
  /** Shown once more before it goes to a place that is not for practice. */
  | { kind: 'confirming'; before: TaskDetails; mine: TaskDetails }
  /** What is stored is neither what the change began from (`sent` false) nor what was sent. */
  | { kind: 'theirs'; sent: boolean; expected: TaskDetails; theirs: TaskDetails }
  /** The batch was set up meanwhile. Nothing was sent. */
  | { kind: 'set-up' }
  /** What is stored could not be looked at first. Nothing was sent. */
  | { kind: 'not-sent'; failure: ApiFailure }
  | { kind: 'refused'; failure: ApiFailure }
  /** No clear answer came, and what is stored could not be read since. */
  | { kind: 'unknown'; error: ApiError; mine: TaskDetails }
  /** No clear answer came, and the texts of before are still stored. */
  | { kind: 'not-saved'; error: ApiError }
