import type { PracticeDataset } from '#contract/app-config.ts'
import type { DataRow } from '#contract/dataset.ts'
import { datasetFaultOf } from '#contract/practice-faults.ts'
import { practiceRows } from '#server/practice/rows/practice-rows.ts'
import { seedToWire } from '#server/practice/rows/seed-to-wire.ts'
import { practiceDataset, practiceUser, type SeedDataset } from '#server/practice/seeds.ts'
import type { Store } from '#server/practice/store.ts'
import { GROUP_COLUMN } from './check-record.ts'
import type { StoredDataset } from './dataset-store.ts'
import { datasetStatus, importToWire } from './import-job.ts'

/** A dataset of practice, whether it was there from the start or made since. */
export type PracticeData = PracticeDataset & {
  filename: string | null
  /** Why no batch can be set up with it; undefined when one can. */
  notReady: string | undefined
  /** The groups of its own that rows between two positions name; null when it has none. */
  groupsBetween: (first: number, end: number) => readonly string[] | null
  /** How many groups of its own its first so many rows name; null when it has none. */
  groupsUpTo: (rows: number) => number | null
  rows: (offset: number, limit: number) => DataRow[]
  /** As the API answers it. */
  toWire: () => Record<string, unknown>
}

/** The dataset with an id as it is at a moment, or nothing. */
export function practiceData(store: Store, id: string, now: number): PracticeData | undefined {
  const seed = practiceDataset(id)
  if (seed) return seedData(seed)
  const made = store.datasets.find(id)
  return made && madeData(made, store, now)
}

function seedData(seed: SeedDataset): PracticeData {
  const groupsBetween = (first: number, end: number) => {
    if (seed.own_groups === undefined) return null
    const rows = practiceRows(seed).slice(first, end)
    return [...new Set(rows.map((row) => String(row[GROUP_COLUMN])))]
  }
  return {
    ...seed,
    notReady: seed.status === 'READY' ? undefined : notReadyWith(seed.status),
    groupsBetween,
    groupsUpTo: (rows) => groupsBetween(0, rows)?.length ?? null,
    rows: (offset, limit) => practiceRows(seed).slice(offset, offset + limit),
    toWire: () => seedToWire(seed),
  }
}

const notReadyWith = (status: string) => `The dataset is not ready. Its status is ${status}.`

/** The types of fields that questions can show. */
const SHOWN = new Set(['text', 'image_url', 'audio_url', 'video_url'])

/** A dataset that was made in practice, as it is at a moment. */
export function madeData(dataset: StoredDataset, store: Store, now: number): PracticeData {
  const { id, name, schema, schema_version, row_count } = dataset
  const imports = store.imports.of(id)
  const total = row_count - store.imports.hiddenRows(id, now)
  const isTyped = schema_version === 4
  const fields = Object.entries(schema?.fields ?? {})
  const hasGroups = isTyped
    ? fields.some(([, { type }]) => type === 'task_group_id')
    : store.rows.namesGroups(id)
  const status = datasetStatus(imports, total, now)
  const filename = imports.find(({ ready_at }) => ready_at !== null)?.filename ?? null
  const groupsBetween = (first: number, end: number) =>
    hasGroups ? store.rows.groupKeys(id, first, Math.min(end, total)) : null

  const common = {
    id,
    name,
    created_at: new Date(dataset.created_at).toISOString(),
    created_by: practiceUser.id,
    workspace_id: dataset.workspace_id,
    total_datapoint_count: total,
    schema_version,
    schema,
  }
  return {
    id,
    name,
    status,
    total_datapoint_count: total,
    ...(schema && {
      fields: fields.flatMap(([field, { type }]) => (SHOWN.has(type) ? [field] : [])),
    }),
    filename,
    notReady: isTyped
      ? total > 0
        ? undefined
        : 'The dataset has no complete import.'
      : status === 'READY'
        ? undefined
        : notReadyWith(status),
    groupsBetween,
    groupsUpTo: (rows) => groupsBetween(0, rows)?.length ?? null,
    rows: (offset, limit) => {
      const end = Math.min(offset + limit, total)
      const written = datasetFaultOf(name) === 'rows-escaped' ? escaped : (value: string) => value
      return store.rows.between(id, offset, end).map(({ record }) => {
        const shown = schema ? fields.map(([field]) => field) : Object.keys(record)
        const values = shown.flatMap((field) => {
          const value = Object.hasOwn(record, field) ? record[field] : undefined
          if (value === undefined) return []
          return [[field, value === null ? null : written(value)] as const]
        })
        return Object.fromEntries(values)
      })
    },
    toWire: () =>
      isTyped
        ? { ...common, imports: imports.map((job) => importToWire(job, imports, now)) }
        : {
            ...common,
            status,
            filename,
            has_predetermined_grouping_id: total > 0 ? hasGroups : null,
            imports: null,
          },
  }
}

/** Text as an HTML serializer writes it, which the service was seen to do with what it was sent. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
