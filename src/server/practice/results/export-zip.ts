import { strToU8, zipSync } from 'fflate'
import { layoutItems } from '#contract/questions/layout-items.ts'
import { isQuestion } from '#contract/questions/question-item.ts'
import type { StoredBatch } from '#server/practice/read-row.ts'
import type { Store } from '#server/practice/store.ts'
import { toWire } from '#server/practice/wire-batch.ts'

const README = `# Export of a batch

- responses-by-submission.jsonl: one line a submission, with all its responses
- responses-by-task.jsonl: one line a task, with the responses of everybody who did it
- batch.json: the batch and its instructions

Nobody answers in Practice, so both lists are empty.
`

/**
 * The archive of an export, with the members that the API documents. Nobody answers in practice, so the
 * lists of responses are empty, and there is no folder of uploaded files.
 */
export function exportZip(batch: StoredBatch, store: Store, now: number) {
  const wire = toWire(batch, store, now)
  const instructions = wire.batch_items
    ? layoutItems(wire.batch_items).filter(
        ({ type }) => typeof type === 'string' && isQuestion({ type }),
      )
    : batch.request.instructions
  return zipSync(
    {
      'responses-by-submission.jsonl': strToU8(''),
      'responses-by-task.jsonl': strToU8(''),
      'batch.json': strToU8(JSON.stringify({ ...wire, instructions }, undefined, 2)),
      'README.md': strToU8(README),
    },
    { mtime: now },
  )
}
