import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** Stops a read that would be tried again by itself: its last failure stands as how it ended. */
export async function stopTrying(client: QueryClient, queryKey: QueryKey) {
  const query = client.getQueryCache().find({ queryKey, exact: true })
  const failure = query?.state.fetchFailureReason
  await client.cancelQueries({ queryKey, exact: true })
  if (query && failure) {
    query.setState({ status: 'error', error: failure, errorUpdatedAt: Date.now() })
  }
}
