import * as z from 'zod/mini'
import { Environment } from '#contract/environment.ts'
import { Recipe } from '#dataset/recipe.ts'
import { Appending } from './appending.ts'
import { withStorage } from '#storage/database.ts'

/** How far one of the requests that make a dataset has come. */
const Progress = z.object({
  /** The `Idempotency-Key` of the request; a repetition with it is carried out once. */
  key: z.string(),
  at: z.number(),
})

const Rejected = z.object({
  /** The record in the upload, counted from 0; null when it is not known. */
  record: z.nullable(z.number()),
  field: z.nullable(z.string()),
  reason: z.nullable(z.string()),
})

/** How an import ended. */
export const ImportEnd = z.object({
  status: z.enum(['complete', 'partial', 'failed', 'pending_schema']),
  accepted: z.number(),
  rejected: z.number(),
  errors: z.array(Rejected),
  reason: z.nullable(z.string()),
})
export type ImportEnd = z.infer<typeof ImportEnd>

/**
 * The making of one dataset: what is sent, and how far it has come. Written down before each request
 * leaves, so that a closed window or a broken connection makes nothing twice and forgets nothing.
 */
export const Making = z.object({
  id: z.string(),
  environment: Environment,
  workspaceId: z.string(),
  name: z.string(),
  /** The body of the request that creates it, byte for byte. */
  body: z.string(),
  /** The recipe that its rows were made by, and the SHA-256 of the upload. */
  recipe: Recipe,
  uploadSha: z.string(),
  rows: z.number(),
  /** A dataset without a schema, for workspaces that cannot have typed ones. */
  older: z.optional(z.boolean()),
  startedAt: z.number(),
  create: z.nullable(z.extend(Progress, { datasetId: z.nullable(z.string()) })),
  /** `importId` is null until an address was given, and '' where one came without an import to follow. */
  address: z.nullable(z.extend(Progress, { importId: z.nullable(z.string()) })),
  /** When the file left, and whether the server has it; null for a file that may have got lost. */
  upload: z.nullable(z.object({ at: z.number(), arrived: z.nullable(z.boolean()) })),
  end: z.nullable(ImportEnd),
})
export type Making = z.infer<typeof Making>

/** The spreadsheet behind a draft, and the recipe for it. Never holds a row. */
export const DraftData = z.object({
  draft: z.string(),
  /** Counts its states, so that two windows do not overwrite each other. */
  rev: z.number(),
  updatedAt: z.number(),
  file: z.object({ name: z.string(), size: z.number(), sha: z.string() }),
  recipe: Recipe,
  /** What the dataset is to be called. */
  name: z.string(),
  making: z.nullable(Making),
  /** Rows that join what was made, once there are some. */
  appending: z.optional(z.nullable(Appending)),
})
export type DraftData = z.infer<typeof DraftData>

/** The data of a draft; null when it has none, or what is stored cannot be read. Rejects with a StorageFailure. */
export async function readDraftData(draft: string): Promise<DraftData | null> {
  const stored = await withStorage((database) => database.get('data', draft))
  return DraftData.safeParse(stored).data ?? null
}

/** The making of a dataset in an environment; one that was made elsewhere is another dataset. */
export function makingIn({ making }: DraftData, environment: Environment): Making | null {
  return making?.environment === environment ? making : null
}

/** The data of a draft that no dataset was made of in an environment. Rejects as `readDraftData` does. */
export async function dataToMake(
  draft: string,
  environment: Environment,
): Promise<DraftData | null> {
  const data = await readDraftData(draft)
  const status = data && makingIn(data, environment)?.end?.status
  return status === 'complete' || status === 'partial' ? null : data
}

/** The data that a dataset was made of; null when it was not made in this browser. Rejects as `readDraftData` does. */
export async function dataOfDataset(
  id: string,
  environment: Environment,
): Promise<DraftData | null> {
  const stored = await withStorage((database) => database.getAll('data'))
  const all = stored.flatMap((one) => DraftData.safeParse(one).data ?? [])
  return all.find((data) => makingIn(data, environment)?.create?.datasetId === id) ?? null
}

/** The drafts that have data, with the file of each and when it was last changed. */
export async function draftsWithData(): Promise<Pick<DraftData, 'draft' | 'file' | 'updatedAt'>[]> {
  const stored = await withStorage((database) => database.getAll('data'))
  return stored.flatMap((one) => DraftData.safeParse(one).data ?? [])
}

/** Thrown when another window has changed the data since it was read. */
export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere'
}

/**
 * Stores the data of a draft, on the disk before it resolves, and gives what is stored. Rejects with
 * `ChangedElsewhere` when it is not based on what is there, with a StorageFailure where nothing can be.
 */
export async function saveDraftData(data: DraftData): Promise<DraftData> {
  const next = { ...data, rev: data.rev + 1, updatedAt: Date.now() }
  await withStorage(async (database) => {
    const transaction = database.transaction('data', 'readwrite', { durability: 'strict' })
    const before = DraftData.safeParse(await transaction.store.get(data.draft)).data
    if (before && before.rev !== data.rev) {
      transaction.abort()
      await transaction.done.catch(() => undefined)
      throw new ChangedElsewhere()
    }
    await Promise.all([transaction.store.put(next), transaction.done])
  })
  return next
}

/** Forgets the data of a draft in this browser. Nothing that was made of it is touched. */
export async function dropDraftData(draft: string): Promise<void> {
  await withStorage((database) => database.delete('data', draft))
}
