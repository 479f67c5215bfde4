import { useQuery } from '@tanstack/react-query'
import { batchesOf } from '#api/batches.ts'
import { knownDatasets, type KnownDataset } from '#api/datasets/known-datasets.ts'
import type { Batch } from '#contract/answers.ts'
import type { Backend } from '#contract/app-config.ts'
import { datasetsMadeHere } from '#dataset/store/datasets-made-here.ts'

/**
 * The datasets that can be chosen for a batch by name: those of practice, those made in this browser, and
 * those that the batch and others of its workspace use. Undefined while the batches are being asked for.
 *
 * @param isWanted nothing is asked for before it is
 */
export function useKnownDatasets(
  backend: Backend,
  batch: Pick<Batch, 'datasets' | 'workspace_id'>,
  isWanted = true,
): readonly KnownDataset[] | undefined {
  const batches = useQuery({ ...batchesOf(backend, batch.workspace_id), enabled: isWanted })
  const made = useQuery({ ...datasetsMadeHere(backend.place), enabled: isWanted })
  if (batches.isLoading) return undefined
  return knownDatasets(backend.datasets, [...(batches.data ?? []), batch], made.data ?? [])
}
