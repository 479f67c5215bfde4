import type { QueryClient } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import { batchStatus } from './batches.ts'
import { look } from './follow-status.ts'

/**
 * Writes down that the backend took a set-up (202): every screen shows the batch as being set up from
 * now on and follows it. An older look that is still on its way is dropped, or it would undo this.
 */
export async function noteSetUp(client: QueryClient, backend: Backend, id: string) {
  const { queryKey } = batchStatus(backend, id)
  await client.cancelQueries({ queryKey, exact: true })
  client.setQueryData(queryKey, (before) => look(before, 'PROCESSING', Date.now()))
  await client.invalidateQueries({ queryKey: [backend.place, 'batches'] })
}
