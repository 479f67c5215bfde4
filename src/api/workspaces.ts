import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import { User, WorkspaceList } from '#contract/answers.ts'
import { callOf, send } from './http.ts'

/**
 * The workspaces that the token's owner is a member of, for choosing one by its title. Nothing is asked
 * before the backend is known and connected.
 */
export const workspaces = (backend: Backend | undefined) =>
  queryOptions({
    queryKey: [backend?.place, 'workspaces'],
    queryFn: backend?.connected
      ? async ({ signal }) => {
          const call = callOf(backend, 'listWorkspaces')
          const { results } = await send(WorkspaceList, { ...call, signal })
          return results
        }
      : skipToken,
    staleTime: 5 * 60_000,
  })

/** Whose token the backend uses. */
export const me = (backend: Backend) =>
  queryOptions({
    queryKey: [backend.place, 'me'],
    queryFn: ({ signal }) => send(User, { ...callOf(backend, 'readMe'), signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
