import type { Environment } from '#contract/environment.ts'
import type { Journal } from '#server/gateway/journal.ts'
import type { PracticeBackend } from '#server/practice/backend.ts'

export type EnvironmentNotices = Record<Environment, string[]>

type Parts = { practice: PracticeBackend; journal: Journal; recordTrouble?: string | undefined }

const FULL =
  'The disk of this server is full. Nothing can be created or changed here until there is room and the server has been started again.'
const MAY_DOUBLE =
  'This server cannot keep its record of requests: if it ends while a batch is being created, the batch may be created twice.'
const NO_CHANGES =
  'This server cannot keep its record of requests, so that nothing can be created or changed here. Ask whoever runs it: what is wrong was printed when it was started.'

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
