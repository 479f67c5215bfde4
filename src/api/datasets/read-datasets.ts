import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import {
  Dataset,
  RowList,
  type DataColumn,
  type DataRow,
  type DatasetFields,
} from '#contract/dataset.ts'
import { isNeverShown } from '#contract/dataset-schema.ts'
import { callOf, send } from '#api/http.ts'
import { localRows } from './local-rows.ts'

/** So many rows are asked for at once. */
const ROWS_AT_ONCE = 50

/** Whoever looks at a page looks at it for a while, and datasets change rarely. */
const FRESH_MS = 5 * 60_000

/** What a backend knows of a dataset. Asked once: a page can be shown without it. */
const datasetDetails = (backend: Backend, id: string) =>
  queryOptions({
    queryKey: [backend.place, 'dataset', id] as const,
    queryFn: ({ signal }) => send(Dataset, { ...callOf(backend, 'readDataset', { id }), signal }),
    staleTime: FRESH_MS,
    retry: false,
  })

/** The rows of a practice dataset from `offset` on, some at once, and how many there are in all. */
const practiceRowsFrom = (backend: Backend, id: string, offset: number) =>
  queryOptions({
    queryKey: [backend.place, 'dataset', id, 'rows', offset] as const,
    queryFn: async ({ signal }) => {
      const range = { offset: String(offset), limit: String(ROWS_AT_ONCE) }
      const call = callOf(backend, 'readPracticeRows', { id, ...range })
      const { results, meta } = await send(RowList, { ...call, signal })
      return { rows: results, total: meta.count }
    },
    staleTime: FRESH_MS,
    retry: false,
  })

/** What questions can show of a dataset: its columns with their first values, and how many rows are at hand. */
export const datasetColumns = (backend: Backend, id: string) =>
  queryOptions({
    queryKey: [backend.place, 'dataset', id, 'columns'] as const,
    queryFn: async ({ client }) => {
      const [{ schema }, { first, total }] = await Promise.all([
        client.fetchQuery(datasetDetails(backend, id)),
        firstRow(client, backend, id),
      ])
      return { columns: columnsOf(schema?.fields ?? {}, first), total }
    },
    staleTime: FRESH_MS,
    retry: false,
  })

/** The first row that is at hand, and how many there are. */
async function firstRow(client: QueryClient, backend: Backend, id: string) {
  if (backend.place === 'practice') {
    const { rows, total } = await client.fetchQuery(practiceRowsFrom(backend, id, 0))
    return { first: rows[0] ?? null, total }
  }
  // A spreadsheet that cannot be read any more takes no column away.
  const local = await localRows(client, backend.place, id).catch(() => null)
  const first = (await local?.row(0).catch(() => null)) ?? null
  return { first, total: first ? (local?.total ?? 0) : 0 }
}

/**
 * A row of a dataset by its place, counted from zero; null when there is none, or none is at hand: at
 * Prolific rows cannot be read back, and only those that this browser has can be shown. Rejects with an
 * ApiError.
 */
export async function datasetRow(
  client: QueryClient,
  backend: Backend,
  id: string,
  index: number,
): Promise<DataRow | null> {
  if (backend.place !== 'practice') {
    const local = await localRows(client, backend.place, id).catch(() => null)
    return (await local?.row(index)) ?? null
  }
  const offset = index - (index % ROWS_AT_ONCE)
  const { rows } = await client.fetchQuery(practiceRowsFrom(backend, id, offset))
  return rows[index - offset] ?? null
}

/** So many rows are looked through for those of one group. */
const MOST_LOOKED_THROUGH = 500

/** The column of a file that makes groups in a dataset without a schema. */
const GROUP_COLUMN = 'META_TASK_GROUP_ID'

/**
 * The places of the rows that make up the first group of a practice dataset: those that its grouping
 * column puts together, or else the first `size`. Rejects with an ApiError.
 */
export async function rowsOfFirstGroup(
  client: QueryClient,
  backend: Backend,
  id: string,
  size: number,
): Promise<readonly number[]> {
  const { schema } = await client.fetchQuery(datasetDetails(backend, id))
  const typed = Object.entries(schema?.fields ?? {}).find(
    ([, { type }]) => type === 'task_group_id',
  )
  const column = typed?.[0] ?? GROUP_COLUMN
  const first = await datasetRow(client, backend, id, 0)
  if (!first || !Object.hasOwn(first, column)) return Array.from({ length: size }, (_, at) => at)
  const places: number[] = []
  for (let at = 0; at < MOST_LOOKED_THROUGH; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- Rows come in pieces, and most answers are there already.
    const row = await datasetRow(client, backend, id, at)
    if (!row) break
    if (row[column] === first[column]) places.push(at)
  }
  return places
}

function columnsOf(fields: DatasetFields, first: DataRow | null): DataColumn[] {
  return Object.entries(fields)
    .filter(([, { type }]) => !isNeverShown(type))
    .map(([key, { type, label }]) => {
      const value = first && Object.hasOwn(first, key) ? first[key] : null
      return { key, label: label || key, type, first: typeof value === 'string' ? value : null }
    })
}
