import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import { User, WorkspaceList } from '#contract/read-batch.ts'
import { routes } from '#contract/routes.ts'
import { send } from './http.ts'

/**
 * The workspaces that the token's owner is a member of, for choosing one by its title. Nothing is asked
 * before the backend is known and connected.
 */
export const workspaces = (backend: Backend | undefined) =>
  queryOptions({
    queryKey: [backend?.place, 'workspaces'],
    queryFn: backend?.connected
      ? async ({ signal }) => {
          const path = backend.base_path + routes.workspaces
          const { results } = await send(WorkspaceList, { method: 'GET', path, signal })
          return results
        }
      : skipToken,
    staleTime: 5 * 60_000,
  })

/** Whose token the backend uses. */
export const me = (backend: Backend) =>
  queryOptions({
    queryKey: [backend.place, 'me'],
    queryFn: ({ signal }) =>
      send(User, { method: 'GET', path: backend.base_path + routes.me, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
