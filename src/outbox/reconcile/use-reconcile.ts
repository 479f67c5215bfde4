import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { Intent } from '#outbox/store/intent.ts'
import { reconcile, type Look } from './reconcile.ts'

/** A batch may turn up late: at once, after 20 s, and after a minute. */
const WAITS_MS = [0, 20_000, 40_000]

type Reconciling = {
  /** Looks that were answered. */
  done: number
  /** Looks that were begun by themselves. */
  byItself: number
  last: Look | null
  /** When the next look begins by itself, in milliseconds since 1970; null for none. */
  nextAt: number | null
  /** Somebody wants no more looks but those that they ask for. */
  stopped: boolean
}

/** Looks for what an uncertain send may have made: three times by itself, then when asked. */
export function useReconcile(backend: Backend | undefined, intent: Intent) {
  const client = useQueryClient()
  const [looks, setLooks] = useState<Reconciling>(() => ({
    done: 0,
    byItself: 0,
    last: null,
    nextAt: Date.now(),
    stopped: false,
  }))
  const [looking, setLooking] = useState(false)
  const { nextAt } = looks
  const ready = backend?.connected === true && intent.state === 'not-known'

  const look = async (byItself: number) => {
    if (!backend || looking) return
    setLooking(true)
    try {
      const last = await reconcile(client, backend, intent)
      setLooks((before) => ({
        ...before,
        done: before.done + (last.kind === 'failed' ? 0 : 1),
        byItself,
        last,
        nextAt: before.stopped ? null : nextLookAt(last, byItself),
      }))
    } finally {
      setLooking(false)
    }
  }
  const lookByItself = useEffectEvent(() => look(looks.byItself + 1))

  // Time passes outside of React.
  useEffect(() => {
    if (!ready || nextAt === null) return
    const timer = setTimeout(() => void lookByItself(), Math.max(0, nextAt - Date.now()))
    return () => clearTimeout(timer)
  }, [ready, nextAt])

  return {
    ...looks,
    looking,
    lookNow: () => look(looks.byItself),
    stop: () => setLooks((before) => ({ ...before, nextAt: null, stopped: true })),
  }
}

/** Nothing more is looked for once somebody has to choose, or where the answer is a clear no. */
function nextLookAt(last: Look, byItself: number) {
  if (last.kind === 'found' || last.kind === 'several') return null
  const wait = WAITS_MS[byItself]
  if (wait === undefined) return null
  if (last.kind === 'none') return last.at + wait
  const { failure } = last
  if (failure?.kind === 'unauthorized' || failure?.kind === 'missing') return null
  const patience = failure && 'retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0
  return last.at + Math.max(wait, patience)
}
