import { type QueryCacheNotifyEvent, type QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type Backend, AppConfig, type ConnectRequest } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { User } from '#contract/answers.ts'
import { ApiError } from './api-error.ts'
import { encodeBody, send } from './http.ts'

const CONFIG_PATH = '/config.json'

/** Which backends this host offers. Read once: it changes only with the server. */
export const appConfig = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => send(AppConfig, { method: 'GET', path: CONFIG_PATH, signal }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: 2,
})

type OwnToken = NonNullable<Backend['own_token']>

/**
 * Gives the server a token as it was pasted. Resolves with its owner, as the environment names them; rejects
 * with an `ApiError`. No mutation of TanStack's: that would keep the token with its variables.
 */
export async function connect({ path }: OwnToken, request: ConnectRequest, signal: AbortSignal) {
  return send(User, { method: 'POST', path, body: encodeBody(request), signal })
}

/** Has the server forget this browser's token. */
export async function disconnect({ path }: OwnToken) {
  await send(z.unknown(), { method: 'DELETE', path })
}

/**
 * After the token of an environment may have changed: nothing that the former owner could see stays in the
 * page, and what is on the screen is asked for anew.
 */
export async function meetAgain(client: QueryClient, environment: Environment) {
  await client.cancelQueries({ queryKey: [environment] })
  client.removeQueries({ queryKey: [environment], type: 'inactive' })
  await client.refetchQueries({ queryKey: appConfig.queryKey })
  const config = client.getQueryData(appConfig.queryKey)
  const connected = config?.backends.find((backend) => backend.place === environment)?.connected
  // Without a token there is nothing to ask, and what is on the screen changes with the configuration.
  if (connected) await client.resetQueries({ queryKey: [environment] })
  else client.removeQueries({ queryKey: [environment] })
}

/** Whether something that happened to a query is the server's answer that it has no token. */
export function saysNotConnected(event: QueryCacheNotifyEvent) {
  if (event.type !== 'updated' || event.action.type !== 'error') return false
  const error: unknown = event.query.state.error
  return (
    error instanceof ApiError &&
    error.failure.kind === 'unauthorized' &&
    error.failure.notConnected === true
  )
}

/**
 * Whether this computer is offline and the server is out of reach because of it. A browser that says
 * that it is offline may be wrong, and the server may be on this very machine: only a question that
 * gets no answer tells.
 */
export async function isOutOfReach() {
  if (navigator.onLine) return false
  try {
    await send(AppConfig, { method: 'GET', path: CONFIG_PATH })
    return false
  } catch (error) {
    return error instanceof ApiError && error.failure.kind === 'unreachable'
  }
}
