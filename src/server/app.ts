import { Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { getPathNoStrict } from 'hono/utils/url'
import { answerFailure, answerJson, notFound } from '#server/http/answers.ts'
import { addPracticeToken, guard, type KnowsHost } from '#server/http/guard.ts'
import { logRequest } from '#server/http/log.ts'
import { answerOnce } from '#server/gateway/answer-once.ts'
import type { Journal } from '#server/gateway/journal.ts'
import { limitWrites } from '#server/gateway/limit-writes.ts'
import { refuseWithoutRecord } from '#server/gateway/refuse-without-record.ts'
import { environmentNotices, type EnvironmentNotices } from './environment-notices.ts'
import type { PracticeBackend } from '#server/practice/backend.ts'
import type { Relay } from '#server/relay/relay.ts'
import { apiPolicy, commonHeaders } from '#server/http/security-headers.ts'
import { serveApp } from '#server/static/static.ts'
import type { StaticFile } from '#server/static/static-files.ts'
import { PracticeDataset, type AppConfig } from '#contract/app-config.ts'
import { practiceDatasets } from '#server/practice/seeds.ts'

export type AppOptions = {
  knowsHost: KnowsHost
  practice: PracticeBackend
  prolific: Relay
  /** Asks everybody for a secret first. */
  access?: MiddlewareHandler | undefined
  /** Where the page's changes are written down before they are made. */
  journal: Journal
  /** Why the journal does not outlast this server; nothing is changed at Prolific then. */
  recordTrouble?: string | undefined
  /** How many changes a minute one address may make at Prolific; without a limit by default. */
  writesPerMinute?: number
  now?: () => number
  files?: ReadonlyMap<string, StaticFile>
  /** Whether calls of the APIs are logged. */
  logs?: boolean
}

const secured: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  for (const [name, value] of Object.entries(commonHeaders)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', apiPolicy)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  const framable = headers.get('content-security-policy')?.includes("frame-ancestors 'self'")
  if (!framable) headers.set('x-frame-options', 'DENY')
}

const logged: MiddlewareHandler = async (c, next) => {
  const start = performance.now()
  const id = crypto.randomUUID()
  await next()
  if (!c.res.headers.has('x-request-id')) c.res.headers.set('x-request-id', id)
  logRequest({
    method: c.req.method,
    route: routePath(c),
    status: c.res.status,
    ms: Math.round(performance.now() - start),
    id,
  })
}

/**
 * The path of a request without a slash at its end. One that reads like the pattern of a route, with a
 * `*` between its slashes, would meet each middleware of that route twice: it is kept encoded.
 */
const getPath = (request: Request) => getPathNoStrict(request).replaceAll('*', '%2A')

/** The whole server as a function of requests: no port, no files, no clock of its own. */
export function createApp(options: AppOptions) {
  const { knowsHost, practice, prolific, journal, access, files, logs = false } = options
  const { writesPerMinute = 0, now, recordTrouble } = options
  const app = new Hono({ getPath })
  app.onError(answerFailure)
  app.notFound(() => notFound('There is nothing at this address.'))

  app.use(secured)
  if (logs) app.use('/:place{practice|prolific}/api/*', logged)
  app.use(guard(knowsHost, { locked: access !== undefined }))
  if (access) app.use(access)
  app.use('/:place{practice|prolific}/api/*', answerOnce(journal))
  if (recordTrouble !== undefined) app.use('/prolific/api/*', refuseWithoutRecord)
  app.use('/prolific/api/*', limitWrites({ perMinute: writesPerMinute, now }))

  app.use('/practice/api/*', addPracticeToken)
  app.route('/practice/api', practice.api)
  app.route('/practice/uploads', practice.uploads)
  app.route('/practice/downloads', practice.downloads)
  app.route('/prolific/api', prolific.api)
  app.route('/session/prolific', prolific.session)
  app.get('/config.json', (c) =>
    answerJson(appConfig(prolific.connectionOf(c), environmentNotices(options))),
  )
  app.all('*', serveApp(files ?? new Map()))
  return app
}

type Prolific = { connected: boolean; own: boolean; idleHours: number }

/** What `/config.json` says of this server: both places, and whose token Prolific has, if anybody's. */
export function appConfig(
  { connected, own, idleHours }: Prolific,
  notices: EnvironmentNotices = { practice: [], prolific: [] },
): AppConfig {
  return {
    backends: [
      {
        place: 'practice',
        name: 'Practice',
        base_path: '/practice/api',
        connected: true,
        notices: notices.practice,
        datasets: practiceDatasets.map((dataset) => PracticeDataset.parse(dataset)),
        uploads: true,
      },
      {
        place: 'prolific',
        name: 'Prolific',
        base_path: '/prolific/api',
        connected,
        notices: notices.prolific,
        own_token: { path: '/session/prolific', in_use: own, idle_hours: idleHours },
        datasets: [],
        uploads: true,
      },
    ],
  }
}
