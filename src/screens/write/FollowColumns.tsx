import { useEffect } from 'react'
import { useDatasetColumns, type ShownColumns } from '#api/datasets/use-dataset-columns.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Store } from '#storage/listeners.ts'

type FollowColumnsProps = {
  backend: Backend | undefined
  datasetId: string
  isWanted: boolean
  columns: Store<ShownColumns>
}

/** Keeps what is known of the columns of the chosen dataset; shows nothing. It loads after the form. */
export function FollowColumns({ backend, datasetId, isWanted, columns }: FollowColumnsProps) {
  const known = useDatasetColumns(backend, datasetId, isWanted)
  // Several parts of the page read it, and the page must not be drawn again for it.
  useEffect(() => columns.set(known), [columns, known])
  return null
}
