import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Router } from 'wouter'
import { createQueryClient } from '#api/query-client.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Screens } from './Screens.tsx'

/** The whole app. `ssrPath` is the address to render when there is no browser to ask. */
export function App({ ssrPath }: { ssrPath?: string }) {
  const [queryClient] = useState(createQueryClient)
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <Router {...(ssrPath !== undefined && { ssrPath })}>
          <Screens />
        </Router>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
