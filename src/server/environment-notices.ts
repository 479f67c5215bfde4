import type { Environment } from '#contract/environment.ts'
import type { Journal } from '#server/gateway/journal.ts'
import type { PracticeBackend } from '#server/practice/backend.ts'

export type EnvironmentNotices = Record<Environment, string[]>

type Parts = { practice: PracticeBackend; journal: Journal; recordTrouble?: string | undefined }

const FULL =
  'This server’s disk is full. Nothing can be created or changed here until somebody frees space and restarts the server.'
const MAY_DOUBLE =
  'This server cannot keep its record of requests. If it stops while a batch is being created, the batch may be created twice.'
const NO_CHANGES =
  'This server cannot keep its record of requests, so nothing can be created or changed here. Ask your administrator: the server printed the reason when it started.'

/** What people are to know of each environment while the server's files are not as they should be. */
export function environmentNotices({
  practice,
  journal,
  recordTrouble,
}: Parts): EnvironmentNotices {
  const noRecord = recordTrouble !== undefined
  const cannotStore = practice.store.readOnly !== undefined
  const cannotNote = journal.readOnly !== undefined
  return {
    practice: [...(cannotStore || cannotNote ? [FULL] : []), ...(noRecord ? [MAY_DOUBLE] : [])],
    prolific: [...(cannotNote ? [FULL] : []), ...(noRecord ? [NO_CHANGES] : [])],
  }
}
