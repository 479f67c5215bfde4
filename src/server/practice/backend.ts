import { Hono } from 'hono'
import { answerFailure } from '#server/http/answers.ts'
import { createPracticeApi } from './api.ts'
import { createUploads } from './datasets/uploads.ts'
import { createWorker } from './datasets/worker.ts'
import { createDownloadLinks } from './results/download-links.ts'
import { createDownloads } from './results/downloads.ts'
import { createExportJobs } from './results/export-jobs.ts'
import { openStore } from './store.ts'

type Options = {
  /** Where batches are kept; in memory by default. */
  path?: string
  commitWhen?: (commit: () => void) => void
  now?: () => number
  /** How long a set-up takes, and reading a file at least. */
  processingMs?: number
  /** How long a rehearsed slow answer takes. */
  slowMs?: number
}

/** The token that the server adds for the page, which holds none. Any well-formed one would do. */
export const PRACTICE_TOKEN = 'practice'

/**
 * The practice backend with its store. `api` answers programs at `/v1/…` and is as strict as the real
 * API. `request` answers as this server does for its own page: at `/practice/api/v1/…`, adding the
 * token when `X-App-Request` is sent; for tests of screens, with no port and no guard.
 */
export function createPracticeBackend({
  path = ':memory:',
  commitWhen,
  now = Date.now,
  processingMs = 3000,
  slowMs = 10_000,
}: Options = {}) {
  const store = openStore({ path, ...(commitWhen && { commitWhen }) })
  const slowly = async () => new Promise<void>((done) => void setTimeout(done, slowMs))
  const worker = createWorker({ store, now })
  const links = createDownloadLinks(now)
  const exports = createExportJobs({ now, processingMs, links })
  const api = createPracticeApi({ store, now, processingMs, slowly, worker, links, exports })
  const uploads = createUploads({ store, now, processingMs, worker })
  const downloads = createDownloads({ store, now, links, exports })
  worker.wake()
  const mounted = new Hono({ strict: false })
    .route('/practice/api', api)
    .route('/practice/uploads', uploads)
    .route('/practice/downloads', downloads)
  mounted.onError(answerFailure)

  return {
    api,
    /** Takes the files of datasets, at addresses that the API gives out. */
    uploads,
    /** Hands out reports and exports, at addresses that the API gives out. */
    downloads,
    store,
    close: () => store.close(),
    request: async (address: string, { signal, ...init }: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      if (headers.get('x-app-request') && !headers.has('authorization')) {
        headers.set('authorization', `Token ${PRACTICE_TOKEN}`)
      }
      signal?.throwIfAborted()
      // A test's DOM may bring an AbortSignal that Request does not know, so it is heeded here.
      const aborted = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new DOMException('The request was aborted.', 'AbortError'))
        })
      })
      return Promise.race([mounted.request(address, { ...init, headers }), aborted])
    },
  }
}
export type PracticeBackend = ReturnType<typeof createPracticeBackend>
