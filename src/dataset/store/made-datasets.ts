import * as z from 'zod/mini'
import { Environment } from '#contract/environment.ts'
import { withStorage } from '#storage/database.ts'

/** A dataset that was made in this browser. No call of the API lists datasets. */
export const MadeDataset = z.object({
  id: z.string(),
  environment: Environment,
  workspaceId: z.string(),
  name: z.string(),
  items: z.number(),
  /** The columns that it was made with, and the first value of each. */
  columns: z.array(
    z.object({ key: z.string(), label: z.string(), type: z.string(), first: z.string() }),
  ),
  /** The spreadsheet, by name and the SHA-256 of its bytes. */
  file: z.object({ name: z.string(), sha: z.string() }),
  madeAt: z.number(),
})
export type MadeDataset = z.infer<typeof MadeDataset>

/** Notes a dataset that was made. Rejects with a StorageFailure. */
export async function noteMadeDataset(dataset: MadeDataset): Promise<void> {
  await withStorage((database) => database.put('datasets', dataset))
}

/** The datasets that this browser has made, the newest first. Rejects with a StorageFailure. */
export async function madeDatasets(environment: Environment): Promise<MadeDataset[]> {
  const stored = await withStorage((database) => database.getAll('datasets'))
  return stored
    .flatMap((one) => MadeDataset.safeParse(one).data ?? [])
    .filter((one) => one.environment === environment)
    .toSorted((a, b) => b.madeAt - a.madeAt)
}
