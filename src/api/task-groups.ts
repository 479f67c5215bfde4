import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Backend } from '#contract/app-config.ts'
import { callOf, send } from './http.ts'

/** A bare list of ids. What is no id in it is left out. */
const Ids = z.pipe(
  z.array(z.unknown()),
  z.transform((ids) => ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [id] : []))),
)

/** The ids of the groups of a batch, in the order of the API; none before its set-up is done. */
export const taskGroups = (backend: Backend, batchId: string) =>
  queryOptions({
    queryKey: [backend.place, 'task groups', batchId] as const,
    queryFn: ({ signal }) =>
      send(Ids, { ...callOf(backend, 'listTaskGroups', { id: batchId }), signal }),
    // They never change, but an empty list may only be early.
    staleTime: ({ state }) => (state.data?.length ? 5 * 60_000 : 0),
    retry: false,
  })

/**
 * Where Prolific's own web app shows the task of a group as participants will see it, without keeping
 * answers. It needs the researcher's login.
 */
export function previewAddress(batchId: string, groupId: string) {
  const [batch, group] = [batchId, groupId].map(encodeURIComponent)
  return `https://app.prolific.com/data-collection-tool/batches/${batch}/task-groups/${group}?preview=true`
}
