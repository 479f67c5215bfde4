import type { QueryClient } from '@tanstack/react-query'
import type { DataRow } from '#contract/dataset.ts'
import type { Environment } from '#contract/environment.ts'

type LocalRows = { total: number; row: (index: number) => Promise<DataRow | null> }
type Open = (id: string, environment: Environment) => Promise<LocalRows | null>

let open: Open = () => Promise.resolve(null)

/** Says where the rows of datasets are that no backend gives back. Done once, when the app starts. */
export function provideLocalRows(next: Open): void {
  open = next
}

/** The rows of a dataset that this browser has, opened once; null when it has none. */
export const localRows = (client: QueryClient, environment: Environment, id: string) =>
  client.fetchQuery({
    queryKey: [environment, 'dataset', id, 'local rows'],
    queryFn: () => open(id, environment),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
