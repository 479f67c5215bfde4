import type { QueryClient } from '@tanstack/react-query'
import { encodeBody } from '#api/http.ts'
import type { Backend } from '#contract/app-config.ts'
import type { DuplicateBatchRequest } from '#contract/batch.ts'
import type { Batch } from '#contract/read-batch.ts'
import { createOnce, type Outcome } from '#sending/create-once.ts'
import { noteCreated } from '#sending/note-created.ts'

type Wanted = { name: string; keepsDataset: boolean }

/**
 * Has the place itself duplicate a batch, once: it is written down before it is sent, and looked for
 * when no answer says how it ended. Somebody may want several duplicates, one after the other.
 */
export async function duplicateInPlace(
  client: QueryClient,
  backend: Backend,
  batch: Batch,
  { name, keepsDataset }: Wanted,
): Promise<Outcome> {
  const request: DuplicateBatchRequest = { name, upload_new_dataset: !keepsDataset }
  const wish = {
    draft: `duplicate of ${batch.id}`,
    place: backend.place,
    workspace_id: batch.workspace_id,
    name,
    body: encodeBody(request),
    duplicateOf: { id: batch.id, texts: batch.task_details ?? noTexts },
  }
  const outcome = await createOnce(backend, wish, { evenIfCreated: true })
  if (outcome.kind === 'created') noteCreated(client, backend, outcome.batch, wish)
  return outcome
}

const noTexts = { task_name: '', task_introduction: '', task_steps: '' }
