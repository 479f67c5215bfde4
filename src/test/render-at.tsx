import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { createQueryClient } from '#api/query-client.ts'

/** Renders a screen at an address, as the app does. `history` is where it went, the first included. */
export function renderAt(address: string, screen: ReactNode) {
  const { hook, searchHook, history } = memoryLocation({ path: address, record: true })
  const client = createQueryClient()
  const rendered = render(
    <QueryClientProvider client={client}>
      <Router hook={hook} searchHook={searchHook}>
        {screen}
      </Router>
    </QueryClientProvider>,
  )
  return { ...rendered, history, client }
}
