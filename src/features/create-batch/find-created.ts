import type { CreateBatchRequest, TaskDetails } from '#contract/batch.ts'
import type { Batch } from '#contract/read-batch.ts'
import { sameDom } from '#html/same-dom.ts'

/** A clock may be a little off, and a server may take its time before it stamps a batch. */
const SKEW_MS = 5 * 60_000

/**
 * The batches that may be what a request without an answer made: same name and texts, not older than
 * the request. `sentAt` is in milliseconds since 1970; a batch without a readable time stays in.
 */
export function findCreated(
  batches: readonly Batch[],
  request: CreateBatchRequest,
  sentAt: number,
): Batch[] {
  const { name, task_details } = request
  return batches.filter((batch) => {
    const created = Date.parse(batch.created_at ?? '')
    const recent = Number.isNaN(created) || created >= sentAt - SKEW_MS
    return recent && batch.name === name && sameTexts(batch.task_details, task_details)
  })
}

/** A server may write the same HTML in another way. */
function sameTexts(stored: Batch['task_details'], sent: TaskDetails) {
  return (
    stored?.task_name === sent.task_name &&
    sameDom(stored.task_introduction, sent.task_introduction) &&
    sameDom(stored.task_steps, sent.task_steps)
  )
}
