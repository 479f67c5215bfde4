import type { QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Backend } from '#contract/app-config.ts'
import type { ConnectRequest } from '#contract/connection.ts'
import type { Place } from '#contract/place.ts'
import { User } from '#contract/read-batch.ts'
import { ApiError } from './api-error.ts'
import { appConfig } from './app-config.ts'
import { encodeBody, send } from './http.ts'

type OwnToken = NonNullable<Backend['own_token']>

/**
 * Gives the server a token as it was pasted. Resolves with its owner, as the place names them; rejects
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
 * After the token of a place may have changed: nothing that the former owner could see stays in the
 * page, and what is on the screen is asked for anew.
 */
export async function meetAgain(client: QueryClient, place: Place) {
  await client.cancelQueries({ queryKey: [place] })
  client.removeQueries({ queryKey: [place], type: 'inactive' })
  await client.refetchQueries({ queryKey: appConfig.queryKey })
  const config = client.getQueryData(appConfig.queryKey)
  const connected = config?.backends.find((backend) => backend.place === place)?.connected
  // Without a token there is nothing to ask, and what is on the screen changes with the configuration.
  if (connected) await client.resetQueries({ queryKey: [place] })
  else client.removeQueries({ queryKey: [place] })
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
