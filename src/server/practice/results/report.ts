import Papa from 'papaparse'
import { hasMembers, valueAt } from '#contract/json-value.ts'
import { practiceData } from '#server/practice/datasets/practice-data.ts'
import type { StoredBatch } from '#server/practice/read-row.ts'
import type { Store } from '#server/practice/store.ts'

const FIRST_COLUMNS = ['DataPoint_ID', 'Task_Group_ID', 'Task_Type', 'Question']

/**
 * The report of a batch as a CSV file: columns of the task, then those of the dataset as in its file.
 * Rows are tasks that were answered and each answer adds columns, so in practice there is the header
 * alone.
 */
export function reportOf(batch: StoredBatch, store: Store, now: number) {
  const data = practiceData(store, batch.dataset_id ?? '', now)
  const fields = valueAt(data?.toWire(), ['schema', 'fields'])
  const columns = hasMembers(fields) ? fields : (data?.rows(0, 1)[0] ?? {})
  return `${Papa.unparse([[...FIRST_COLUMNS, ...Object.keys(columns)]])}\r\n`
}
