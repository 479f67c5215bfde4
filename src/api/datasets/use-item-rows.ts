import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { ItemRows } from '#contract/dataset.ts'

/** What the relay takes for an id. Half an id that is being typed is asked for nowhere. */
const WHOLE_ID = /^[A-Za-z0-9-]{24,64}$/

/** With the first page that shows something of the data. */
const loadDatasets = () => import('./read-datasets.ts')

/**
 * The rows of a dataset of a backend, for those who show them; null when no dataset is chosen, or when
 * there is no connection to ask over.
 */
export function itemRows(
  client: QueryClient,
  backend: Backend | undefined,
  datasetId: string,
): ItemRows | null {
  if (!backend?.connected || !WHOLE_ID.test(datasetId)) return null
  return {
    about: async () => {
      const { datasetColumns } = await loadDatasets()
      return client.fetchQuery(datasetColumns(backend, datasetId))
    },
    row: async (index) => {
      const { datasetRow } = await loadDatasets()
      return datasetRow(client, backend, datasetId, index)
    },
  }
}

/**
 * The rows of the first group of a practice batch: those that its grouping column puts together, or else
 * the first `size`. Null as for `itemRows`.
 */
export function firstGroup(
  client: QueryClient,
  backend: Backend,
  datasetId: string,
  size: number,
): ItemRows | null {
  const rows = itemRows(client, backend, datasetId)
  if (!rows) return null
  const places = async () => {
    const { rowsOfFirstGroup } = await loadDatasets()
    return rowsOfFirstGroup(client, backend, datasetId, size)
  }
  return {
    about: async () => ({ ...(await rows.about()), total: (await places()).length }),
    row: async (index) => {
      const place = (await places())[index]
      return place === undefined ? null : rows.row(place)
    },
  }
}

/** The rows of a dataset, as the same object while backend and dataset are the same. */
export function useItemRows(backend: Backend | undefined, datasetId: string): ItemRows | null {
  const client = useQueryClient()
  return useMemo(() => itemRows(client, backend, datasetId), [client, backend, datasetId])
}
