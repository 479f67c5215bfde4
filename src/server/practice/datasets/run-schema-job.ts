import type { DatasetSchema } from '#contract/dataset-schema.ts'
import type { Store } from '#server/practice/store.ts'
import { faultOf } from './check-record.ts'
import type { SchemaJob } from './dataset-store.ts'
import type { RecordValues } from './row-store.ts'

type Surroundings = {
  store: Store
  /** Gives others a turn; false when this server is about to end. */
  turn: () => Promise<boolean>
}

/** So many rows are looked at before anybody else gets a turn. */
const SLICE_ROWS = 1000
const MOST_ERRORS = 100

function faultsIn(record: RecordValues, { strict, fields }: DatasetSchema) {
  return Object.entries(fields).flatMap(([field, { type }]) => {
    const value = Object.hasOwn(record, field) ? record[field] : undefined
    if (typeof value !== 'string') return strict ? [{ field, reason: 'missing value' }] : []
    const reason = faultOf(value, type, strict)
    return reason === undefined ? [] : [{ field, reason }]
  })
}

/**
 * Looks at all rows of a dataset by its new schema: a value that does not fit is set to null. How far it
 * has come is stored with each slice.
 */
export async function runSchemaJob(started: SchemaJob, { store, turn }: Surroundings) {
  const dataset = store.datasets.find(started.dataset_id)
  const schema = dataset?.schema
  if (!dataset || !schema) return
  let job = started
  while (job.ended === 0) {
    const end = Math.min(job.position + SLICE_ROWS, dataset.row_count)
    const errors = [...job.errors]
    let failed_count = job.failed_count
    job = store.atOnce(() => {
      for (const { position, id, record } of store.rows.between(dataset.id, job.position, end)) {
        const faults = faultsIn(record, schema)
        if (faults.length === 0) continue
        failed_count += 1
        const cleared = faults.map(({ field }) => [field, null] as const)
        store.rows.rewrite(dataset.id, position, { ...record, ...Object.fromEntries(cleared) })
        for (const fault of faults) {
          if (errors.length < MOST_ERRORS) errors.push({ datapoint_id: id, ...fault })
        }
      }
      const ended = end === dataset.row_count ? 1 : 0
      const noted = { ...job, position: end, ended, failed_count, errors }
      store.datasets.noteJob(noted)
      return noted
    })
    if (!(await turn())) return
  }
}
