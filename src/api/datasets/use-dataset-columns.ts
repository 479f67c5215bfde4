import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { DataColumn } from '#contract/dataset.ts'
import { useItemRows } from './use-item-rows.ts'

/** The columns that questions can show; null when there are none, undefined when that is not known. */
export type ShownColumns = readonly DataColumn[] | null | undefined

/**
 * The columns of a dataset that questions can show, with their first values where rows are at hand.
 *
 * @param isWanted nothing is asked for before it is
 */
export function useDatasetColumns(
  backend: Backend | undefined,
  datasetId: string,
  isWanted = true,
): ShownColumns {
  const rows = useItemRows(backend, datasetId)
  const { data } = useQuery({
    queryKey: [backend?.place, 'dataset', datasetId, 'shown columns'],
    queryFn: rows && isWanted ? async () => (await rows.about()).columns : skipToken,
    // What the rows are asked for is kept by then.
    staleTime: 60_000,
    retry: false,
  })
  const known = backend?.datasets.find(({ id }) => id === datasetId)
  // The same list as long as nothing changed: effects follow it.
  return useMemo(() => {
    if (data) return data.length > 0 ? data : null
    return known && (known.fields?.map(unseen) ?? null)
  }, [data, known])
}

/** The names of columns, as rules about questions take them. */
export function namesOf(columns: ShownColumns): readonly string[] | null | undefined {
  return columns && columns.map(({ key }) => key)
}

function unseen(key: string): DataColumn {
  return { key, label: key, type: '', first: null }
}
