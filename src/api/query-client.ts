import { QueryClient } from '@tanstack/react-query'
import type { ApiError } from './api-error.ts'

const RETRIES = 2

/** Reads may be tried again by themselves where that can help; writes never are. */
export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // The server may be on this very machine, so being offline is no reason not to ask it.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, { failure }: ApiError) =>
          failures < RETRIES && (failure.kind === 'unreachable' || failure.kind === 'unavailable'),
        retryDelay: (failures, { failure }: ApiError) =>
          failure.kind === 'unavailable' && failure.retryAfterMs !== null
            ? failure.retryAfterMs
            : 1_000 * 2 ** failures,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
