import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { connect, disconnect, meetAgain } from '#api/connection.ts'
import type { Backend } from '#contract/app-config.ts'
import { announceConnection } from './connection-news.ts'

type Attempt = { state: 'resting' | 'busy' } | { state: 'failed'; failure: ApiFailure }

/**
 * Gives the server a token and takes it back. The token itself is passed through and held by nothing
 * here. Leaving meanwhile gives up.
 */
export function useOwnToken({ place, own_token }: Backend) {
  const client = useQueryClient()
  const [attempt, setAttempt] = useState<Attempt>({ state: 'resting' })
  const running = useRef<AbortController>(null)

  const follow = async () => {
    announceConnection(place)
    await meetAgain(client, place)
  }

  // A request in flight belongs to the network, not to the dialog that is closed meanwhile.
  useEffect(() => () => running.current?.abort(), [])

  /** Resolves to whether it was done. */
  async function run(act: (signal: AbortSignal) => Promise<unknown>) {
    if (running.current) return false
    const control = new AbortController()
    running.current = control
    setAttempt({ state: 'busy' })
    try {
      await act(control.signal)
      await follow()
      setAttempt({ state: 'resting' })
      return true
    } catch (error) {
      // Given up too late, the server may have a token from now on: what it says counts.
      if (control.signal.aborted) void follow()
      else if (error instanceof ApiError) setAttempt({ state: 'failed', failure: error.failure })
      else throw error
      return false
    } finally {
      running.current = null
    }
  }

  return {
    attempt,
    connect: async (token: string) =>
      own_token ? run(async (signal) => connect(own_token, { token }, signal)) : false,
    disconnect: async () => (own_token ? run(async () => disconnect(own_token)) : false),
    forgetFailure: () => setAttempt({ state: 'resting' }),
  }
}
