import { queryOptions } from '@tanstack/react-query'
import { AppConfig } from '#contract/app-config.ts'
import { ApiError } from './api-error.ts'
import { send } from './http.ts'

const path = '/config.json'

/** Which backends this host offers. Read once: it changes only with the server. */
export const appConfig = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => send(AppConfig, { method: 'GET', path, signal }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: 2,
})

/**
 * Whether this computer is offline and the server is out of reach because of it. A browser that says
 * that it is offline may be wrong, and the server may be on this very machine: only a question that
 * gets no answer tells.
 */
export async function isOutOfReach() {
  if (navigator.onLine) return false
  try {
    await send(AppConfig, { method: 'GET', path })
    return false
  } catch (error) {
    return error instanceof ApiError && error.failure.kind === 'unreachable'
  }
}
