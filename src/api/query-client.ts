import { QueryClient } from '@tanstack/react-query'
import type { ApiError } from './api-error.ts'
import { waitToTryAgain } from './try-again.ts'

/** Reads may be tried again by themselves where that can help; writes never are. */
export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // The server may be on this very machine, so being offline is no reason not to ask it.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (tries, { failure }: ApiError) => waitToTryAgain(failure, tries) !== null,
        retryDelay: (tries, { failure }: ApiError) => waitToTryAgain(failure, tries) ?? 0,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
