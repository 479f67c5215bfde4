import { onTestFinished } from 'vitest'
import { createApp, type AppOptions } from '#server/app.ts'
import { openJournal, type Journal } from '#server/gateway/journal.ts'
import { hostsOf } from '#server/http/guard.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'

const HOST = '127.0.0.1:4173'

type Options = Pick<AppOptions, 'files' | 'logs' | 'access' | 'writesPerMinute'> & {
  /** Where the relay forwards to; the port of nobody by default. */
  prolificUrl?: string
  token?: string
  now?: () => number
  /** How long practice takes for what is not done at once, in milliseconds. */
  processingMs?: number
  /** How long an upload may stand still, and take in all, in milliseconds. */
  uploadLimits?: { idleMs: number; totalMs: number }
  /** In memory by default. */
  journal?: Journal
}

/** The whole server in process, as if it listened at 127.0.0.1:4173, with practice in memory. */
export function openApp({
  prolificUrl = 'http://127.0.0.1:9',
  token,
  now,
  processingMs,
  uploadLimits,
  journal = openJournal({ path: ':memory:' }),
  ...options
}: Options = {}) {
  const practice = createPracticeBackend({
    slowMs: 1,
    ...(processingMs !== undefined && { processingMs }),
  })
  const prolific = createRelay({
    url: prolificUrl,
    token,
    ...(now && { now }),
    ...(uploadLimits && { uploadLimits }),
  })
  const app = createApp({
    knowsHost: hostsOf(() => 4173),
    practice,
    prolific,
    journal,
    ...(now && { now }),
    ...options,
  })
  onTestFinished(async () => {
    await prolific.close()
    practice.close()
  })
  const request = async (path: string, { headers, ...init }: RequestInit = {}) => {
    const all = new Headers(headers)
    if (!all.has('host')) all.set('host', HOST)
    return app.fetch(new Request(`http://${HOST}${path}`, { ...init, headers: all }))
  }
  return { app, practice, request }
}

/** What a browser adds to the calls of our own page. */
export const fromOurPage = {
  origin: `http://${HOST}`,
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'content-type': 'application/json',
  'x-app-request': '1',
}
