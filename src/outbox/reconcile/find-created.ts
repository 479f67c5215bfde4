import { CreateBatchRequest } from '#contract/batch.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import type { Batch } from '#contract/answers.ts'
import { sameLine } from '#html/compare/escaped-text.ts'
import { sameDom } from '#html/compare/same-dom.ts'
import type { Intent } from '#outbox/store/intent.ts'
import { attemptsInDoubt } from '#outbox/store/intent-state.ts'

/** A `Date` header has whole seconds, and a server may stamp a batch before it answers. */
const SLACK_MS = 60_000
/** Without a `Date` to go by, a clock may be further off. */
const UNMEASURED_SLACK_MS = 5 * 60_000

type Search = {
  /** How far the environment's clock is ahead, where that is known only since the request was sent. */
  ahead: number | undefined
  /** Batches that are known to have come of an intent. */
  taken: ReadonlySet<string>
}

/**
 * The batches that may be what an intent without an answer made: same name and texts, not older than
 * its first request by the environment's own clock, and not known to have come of another. A batch without a readable time
 * stays in. Needs a DOM.
 */
export function findCreated(batches: readonly Batch[], intent: Intent, search: Search): Batch[] {
  const made = madeBy(intent)
  if (!made) return []
  const earliest = earliestBy(intent, search.ahead)
  return batches.filter((batch) => {
    const created = Date.parse(batch.created_at ?? '')
    const recent = Number.isNaN(created) || created >= earliest
    return (
      recent &&
      !search.taken.has(batch.id) &&
      batch.id !== intent.duplicateOf?.id &&
      sameLine(batch.name, made.name) &&
      sameTexts(batch.task_details, made.task_details)
    )
  })
}

/** What the batch of an intent is like. */
function madeBy(intent: Intent) {
  const { name, duplicateOf } = intent
  return duplicateOf ? { name, task_details: duplicateOf.texts } : requestOf(intent)
}

/** The request that an intent holds; null when its bytes are of another version's kind. */
export function requestOf({ body }: Pick<Intent, 'body'>): CreateBatchRequest | null {
  try {
    return CreateBatchRequest.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

/** The earliest moment, by the environment's clock, at which one of the requests can have been carried out. */
function earliestBy(intent: Intent, aheadSince: number | undefined) {
  const times = attemptsInDoubt(intent).map(({ at, ahead = aheadSince }) =>
    ahead === undefined ? at - UNMEASURED_SLACK_MS : at + ahead - SLACK_MS,
  )
  return times.length > 0 ? Math.min(...times) : intent.createdAt - UNMEASURED_SLACK_MS
}

/** A server may write the same HTML in another way, and a title as if it were HTML. */
function sameTexts(stored: Batch['task_details'], sent: TaskDetails) {
  return (
    stored !== null &&
    sameLine(stored.task_name, sent.task_name) &&
    sameDom(stored.task_introduction, sent.task_introduction) &&
    sameDom(stored.task_steps, sent.task_steps)
  )
}
