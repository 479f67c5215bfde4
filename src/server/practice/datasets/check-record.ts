import { createHash } from 'node:crypto'
import type { DatasetSchema, FieldType } from '#contract/dataset-schema.ts'
import type { RecordValues } from './row-store.ts'

/** The field that stands for a whole record. */
export const WHOLE_RECORD = '_raw'

/** The column that makes the groups of a dataset of the older kind. */
export const GROUP_COLUMN = 'META_TASK_GROUP_ID'

/** A record as a file holds it, or why it could not be read. */
export type RawRecord = { values: ReadonlyMap<string, unknown> } | { fault: string }

export type RecordFault = { field: string; reason: string }
export type CheckedRecord =
  | { fault: RecordFault }
  | { fault: null; record: RecordValues; group_key: string | null; hash: Uint8Array | null }

const endings: Partial<Record<FieldType, { pattern: RegExp; words: string }>> = {
  audio_url: { pattern: /\.(aac|m4a|mp3|wav)$/i, words: '.aac, .m4a, .mp3 or .wav' },
  video_url: { pattern: /\.(mp4|webm|mov)$/i, words: '.mp4, .webm or .mov' },
}

/** What is wrong with a value of a field; nothing when it may stay. */
export function faultOf(value: string, type: FieldType, strict: boolean) {
  if (!type.endsWith('_url') || (value === '' && !strict)) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return 'must be an absolute http or https address'
  }
  const ending = endings[type]
  return ending && !ending.pattern.test(url.pathname)
    ? `must be an address that ends in ${ending.words}`
    : undefined
}

/** The value as text; undefined when it is missing, null when it is no single value. */
function asText(value: unknown) {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

function hashOf(record: RecordValues) {
  return createHash('sha256').update(JSON.stringify(record)).digest().subarray(0, 16)
}

/**
 * A record as it is stored in a typed dataset, or the first thing that is wrong with it. Members that are
 * not in the schema are left out, which the API does not document.
 */
export function checkTyped(raw: RawRecord, { strict, fields }: DatasetSchema): CheckedRecord {
  if ('fault' in raw) return { fault: { field: WHOLE_RECORD, reason: raw.fault } }
  const record: RecordValues = {}
  let group_key: string | null = null
  for (const [field, { type }] of Object.entries(fields)) {
    if (type === 'task_group_id') group_key = ''
    const text = asText(raw.values.get(field))
    if (text === null) return { fault: { field, reason: 'must be a single value' } }
    if (text === undefined) {
      if (strict) return { fault: { field, reason: 'missing value' } }
      continue
    }
    const reason = faultOf(text, type, strict)
    if (reason !== undefined) return { fault: { field, reason } }
    Object.defineProperty(record, field, { value: text, enumerable: true, writable: true })
    if (type === 'task_group_id') group_key = text
  }
  return { fault: null, record, group_key, hash: hashOf(record) }
}

/** A row as it is stored in a dataset of the older kind, where every column is text and rows may repeat. */
export function checkPlain(raw: RawRecord): CheckedRecord {
  if ('fault' in raw) return { fault: { field: WHOLE_RECORD, reason: raw.fault } }
  const texts = [...raw.values].map(([field, value]) => [field, asText(value) ?? ''] as const)
  const group = raw.values.get(GROUP_COLUMN)
  return {
    fault: null,
    record: Object.fromEntries(texts),
    group_key: typeof group === 'string' ? group : null,
    hash: null,
  }
}
