import type { Environment } from '#contract/environment.ts'
import { newId } from '#contract/new-id.ts'
import type { DraftData, Making } from '#dataset/store/draft-data.ts'
import { noteMadeDataset } from '#dataset/store/made-datasets.ts'
import type { Tables } from '#dataset/worker/open-tables.ts'
import type { Prepared } from '#dataset/worker/table-service.ts'

/** What is wished for: a dataset of a recipe's rows. `older` makes one without a schema. */
export type DatasetWish = {
  environment: Environment
  workspaceId: string
  name: string
  older?: boolean
}

/**
 * The making of a dataset before its first request, and the file that it uploads: JSON Lines, or CSV for
 * a dataset of the older kind. Rejects as `Tables.ask` does.
 */
export async function newMaking(
  { environment, workspaceId, name, older = false }: DatasetWish,
  { data: { recipe }, prepared: { schema } }: { data: DraftData; prepared: Prepared },
  { ask }: Pick<Tables, 'ask'>,
): Promise<{ making: Making; file: Blob }> {
  const { file, sha, rows } = await ask((service) => service.upload(recipe, older))
  const body = { name, workspace_id: workspaceId, ...(!older && { schema }) }
  const making: Making = {
    id: newId(),
    environment,
    workspaceId,
    name,
    body: JSON.stringify(body, null, 2),
    recipe,
    uploadSha: sha,
    rows,
    ...(older && { older }),
    startedAt: Date.now(),
    create: null,
    address: null,
    upload: null,
    end: null,
  }
  return { making, file }
}

/**
 * Remembers a dataset that was made, for the lists of this browser. `examples` are first values by
 * heading. Gives its id; null when no dataset that can be used came of it. Rejects with a StorageFailure.
 */
export async function noteMade(
  { end, create, name, workspaceId, environment, recipe, rows, older }: Making,
  file: DraftData['file'],
  examples: Prepared['examples'],
): Promise<string | null> {
  const id = create?.datasetId
  if (!id || !end || (end.status !== 'complete' && end.status !== 'partial')) return null
  const sent = recipe.columns.filter(({ use }) => use !== 'left_out')
  await noteMadeDataset({
    id,
    environment,
    workspaceId,
    name,
    items: end.accepted || rows,
    // No question can show columns of the older kind.
    columns: older
      ? []
      : sent.map(({ key, label, use, heading }) => ({
          key,
          label,
          type: use,
          first: examples[heading] ?? '',
        })),
    file: { name: file.name, sha: file.sha },
    madeAt: Date.now(),
  })
  return id
}
