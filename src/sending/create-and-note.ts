import type { QueryClient } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { createOnce, type Outcome } from './create-once.ts'
import { noteCreated } from './note-created.ts'

type Sending = { backend: Backend; draft: string; request: CreateBatchRequest; body: string }

/** `createOnce` for a request of a draft; every screen gets to know of the batch. */
export async function createAndNote(
  client: QueryClient,
  { backend, draft, request, body }: Sending,
  options: { evenIfCreated: boolean },
): Promise<Outcome> {
  const { workspace_id, name } = request
  const wish = { draft, place: backend.place, workspace_id, name, body }
  const outcome = await createOnce(backend, wish, options)
  if (outcome.kind === 'created') noteCreated(client, backend, outcome.batch, wish)
  return outcome
}
