import { queryOptions } from '@tanstack/react-query'
import type { Environment } from '#contract/environment.ts'

/**
 * The datasets that this browser has made, for lists to choose from. The code that reads them comes with
 * the first look.
 */
export const datasetsMadeHere = (environment: Environment) =>
  queryOptions({
    queryKey: ['made datasets', environment],
    queryFn: async () => (await import('./made-datasets.ts')).madeDatasets(environment),
    retry: false,
  })
