import type { Context } from 'hono'
import { APPEND_LIMITS } from '#contract/dataset-requests.ts'
import { answerJson, refuse } from '#server/http/answers.ts'
import { readBody } from '#server/http/read-json-body.ts'
import { syncAttached } from '#server/practice/tasks/sync-batch.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import { checkTyped, type RecordFault } from './check-record.ts'
import { isBusy, type DatasetSurroundings } from './dataset-handlers.ts'
import type { StoredDataset } from './dataset-store.ts'
import { readLine } from './record-readers.ts'

const refuseAppend = (detail: string, status = 400) =>
  refuse(status, 'The datapoints could not be added', detail)

/** The lines of a body that are not blank; nothing when it is not text in UTF-8. */
function linesOf(bytes: Uint8Array) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.split('\n').filter((line) => line.trim() !== '')
  } catch {
    return undefined
  }
}

/**
 * Answers `POST …/datasets/{id}/datapoints` for a dataset that exists: 200 even when every record is
 * rejected, and records count from one here. What was accepted is on the disk then.
 */
export async function appendDatapoints(
  dataset: StoredDataset,
  c: Context,
  surroundings: DatasetSurroundings,
) {
  const { store, now } = surroundings
  const read = await readBody(c.req.raw, APPEND_LIMITS.bytes)
  if (!read.ok) return read.refusal
  const { id, schema, workspace_id } = dataset
  if (dataset.schema_version === 3)
    return refuseAppend('Only a typed dataset takes single records.')
  if (!schema) return refuseAppend('The dataset has no schema yet.')
  const lines = linesOf(read.value)
  if (!lines) return refuseAppend('The body is not text in UTF-8.')
  if (lines.length === 0) return refuseAppend('The body has no records.')
  if (lines.length > APPEND_LIMITS.rows) {
    return refuseAppend(`One call can add at most ${APPEND_LIMITS.rows} records.`)
  }
  if (isBusy(dataset, store, now())) {
    const words = 'An import or a change of the schema is running. Retry once it completes.'
    return refuseAppend(words, 409)
  }

  // The body took its time, and others may have added rows meanwhile.
  let position = store.datasets.find(id)?.row_count ?? dataset.row_count
  let accepted = 0
  const errors: (RecordFault & { record_index: number })[] = []
  const before = position
  store.atOnce(() => {
    for (const [index, line] of lines.entries()) {
      const checked = checkTyped(readLine(line), schema)
      if (checked.fault) {
        errors.push({ record_index: index + 1, ...checked.fault })
        continue
      }
      accepted += 1
      if (store.rows.add(id, position, { ...checked, id: uuidV7(now()) })) position += 1
    }
    store.rows.count(id, position)
  })
  if (position > before) syncAttached(id, workspace_id, surroundings)
  return answerJson({ accepted, rejected: errors.length, errors })
}
