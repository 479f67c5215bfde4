import type { QueryClient } from '@tanstack/react-query'
import { batchDetails } from '#api/batches.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import type { Intent } from '#storage/intent.ts'
import { rememberSent } from '#storage/sent-texts.ts'
import { rememberCreated } from '#storage/visits.ts'
import { requestOf } from './find-created.ts'

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
