import type { QueryClient } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { createOnce, type Outcome } from './create-once.ts'
import { batchDetails } from '#api/batches.ts'
import type { Batch } from '#contract/answers.ts'
import type { Intent } from '#outbox/store/intent.ts'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { rememberCreated } from '#storage/visits.ts'
import { requestOf } from '#outbox/reconcile/find-created.ts'

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

/** Lets every screen know of a batch that was created, and its page what was sent for it. */
export function noteCreated(
  client: QueryClient,
  backend: Backend,
  batch: Batch,
  intent: Pick<Intent, 'body'>,
) {
  // To be shown at once, but as old: what was stored is only known once it was read back.
  client.setQueryData(batchDetails(backend, batch.id).queryKey, batch, { updatedAt: 0 })
  void client.invalidateQueries({ queryKey: [backend.place, 'batches'] })
  rememberCreated()
  const request = requestOf(intent)
  if (request) rememberSent(backend.place, batch.id, request.task_details)
}
