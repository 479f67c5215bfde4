import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { waitToTryAgain } from './try-again.ts'

/** What is not an answer of an environment, such as a browser's storage that is shut, is not tried again. */
const waitAfter = (error: unknown, tries: number) =>
  error instanceof ApiError ? waitToTryAgain(error.failure, tries) : null

/** Reads may be tried again by themselves where that can help; writes never are. */
export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // The server may be on this very machine, so being offline is no reason not to ask it.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (tries, error: unknown) => waitAfter(error, tries) !== null,
        // Asked for also where nothing is tried again, and a query for which it throws never ends.
        retryDelay: (tries, error: unknown) => waitAfter(error, tries) ?? 0,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
