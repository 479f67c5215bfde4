import { datasetFaultOf } from '#contract/practice-faults.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import type { Store } from '#server/practice/store.ts'
import { checkPlain, checkTyped, WHOLE_RECORD, type RawRecord } from './check-record.ts'
import type { StoredDataset } from './dataset-store.ts'
import type { ImportResult, StoredImport } from './import-store.ts'
import { csvReader, linesReader, UnreadableFile, type RecordReader } from './record-readers.ts'

/** So many bytes are read before anybody else gets a turn. */
const SLICE_BYTES = 64 * 1024

/** No answer holds more errors. */
const MOST_ERRORS = 100

type Surroundings = {
  store: Store
  now: () => number
  /** Gives others a turn; false when this server is about to end. */
  turn: () => Promise<boolean>
}

function readerFor({ content_type }: StoredImport): RecordReader {
  if (content_type === 'application/zip') {
    throw new UnreadableFile('Practice does not unpack ZIP files. Send the CSV file itself.')
  }
  return content_type === 'text/csv' ? csvReader() : linesReader()
}

/** Adds records to a dataset, and counts those that were accepted and rejected. */
function createIntake(dataset: StoredDataset, { store, now }: Surroundings) {
  const { schema, row_count } = dataset
  const fault = datasetFaultOf(dataset.name)
  const tally = { accepted: 0, rejected: 0, duplicates: 0, written: 0, seen: 0 }
  const errors: ImportResult['errors'] = []

  function check(raw: RawRecord, index: number) {
    if (fault === 'import-partial' && index % 10 === 1) {
      const reason = 'rejected because the name of the dataset ends in a practice code'
      return { fault: { field: WHOLE_RECORD, reason } }
    }
    return schema ? checkTyped(raw, schema) : checkPlain(raw)
  }

  function add(raw: RawRecord) {
    const record_index = tally.seen
    tally.seen += 1
    const checked = check(raw, record_index)
    if (checked.fault) {
      tally.rejected += 1
      if (errors.length < MOST_ERRORS) errors.push({ record_index, ...checked.fault })
      return
    }
    const row = { ...checked, id: uuidV7(now()) }
    const isNew = store.rows.add(dataset.id, row_count + tally.written, row)
    tally.accepted += 1
    tally.written += isNew ? 1 : 0
    tally.duplicates += isNew ? 0 : 1
  }

  return {
    /** On the disk when it returns. */
    addAll: (records: readonly RawRecord[]) => {
      if (records.length > 0) store.atOnce(() => records.forEach(add))
    },
    tally,
    errors,
  }
}

function resultOf({ tally, errors }: ReturnType<typeof createIntake>): ImportResult {
  const { accepted, rejected, duplicates } = tally
  const counts = { accepted_count: accepted, rejected_count: rejected, duplicate_count: duplicates }
  if (accepted > 0) {
    return { status: rejected > 0 ? 'partial' : 'complete', ...counts, errors, reason: null }
  }
  const [first] = errors
  const reason = first
    ? `Schema validation failed. Record ${first.record_index}, ${first.field}: ${first.reason}.`
    : 'The file has no records.'
  return { status: 'failed', ...counts, errors, reason }
}

/** The text of a stored file, slice by slice, each with whether it is the last. */
function* textOf(id: string, store: Store) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let number = 0, bytes = store.imports.chunk(id, 0); bytes;) {
    for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
      yield { text: decode(decoder, bytes.subarray(at, at + SLICE_BYTES)), last: false }
    }
    number += 1
    bytes = store.imports.chunk(id, number)
  }
  yield { text: decode(decoder), last: true }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array) {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw new UnreadableFile('The file is not text in UTF-8.')
  }
}

/**
 * Reads a file that was sent for a dataset and adds its records, some at a time. Whatever an attempt that
 * was cut short left behind is removed first. Resolves without an end when the server is about to end.
 */
export async function runImport(job: StoredImport, surroundings: Surroundings) {
  const { store, turn } = surroundings
  const dataset = store.datasets.find(job.dataset_id)
  if (!dataset) return
  store.rows.discardFrom(dataset.id, dataset.row_count)
  const intake = createIntake(dataset, surroundings)
  let result: ImportResult
  try {
    if (datasetFaultOf(dataset.name) === 'import-failed') {
      throw new UnreadableFile(
        'The import failed because the name of the dataset ends in a practice code.',
      )
    }
    const read = readerFor(job)
    for (const { text, last } of textOf(job.id, store)) {
      intake.addAll(read(text, last))
      if (!(await turn())) return
    }
    result = resultOf(intake)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    store.rows.discardFrom(dataset.id, dataset.row_count)
    const counts = { accepted_count: 0, rejected_count: 0, duplicate_count: 0 }
    result = { status: 'failed', ...counts, errors: [], reason: error.message }
  }
  const written = result.status === 'failed' ? 0 : intake.tally.written
  store.atOnce(() => {
    store.rows.count(dataset.id, dataset.row_count + written)
    store.imports.finish(job.id, written, result)
  })
  while (store.imports.dropChunks(job.id)) if (!(await turn())) return
}
