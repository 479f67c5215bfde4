import { QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { createQueryClient } from '#api/query-client.ts'

// A busy machine is slow, which is no failure of a screen.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

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
