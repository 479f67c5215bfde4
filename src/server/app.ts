import { Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { getPathNoStrict } from 'hono/utils/url'
import { answerFailure } from './answer-failure.ts'
import { answerJson, notFound } from './answers.ts'
import { appConfig } from './app-config.ts'
import { addPracticeToken, guard, type KnowsHost } from './guard.ts'
import { logRequest } from './log.ts'
import { carryOutOnce } from './gateway/carry-out-once.ts'
import type { Journal } from './gateway/journal.ts'
import { limitWrites } from './gateway/limit-writes.ts'
import { refuseWithoutRecord } from './gateway/refuse-without-record.ts'
import { placeNotices } from './place-notices.ts'
import type { PracticeBackend } from './practice/backend.ts'
import type { Relay } from './relay.ts'
import { apiPolicy, commonHeaders } from './security-headers.ts'
import { serveApp } from './static.ts'
import type { StaticFile } from './static-files.ts'

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
  app.use('/:place{practice|prolific}/api/*', carryOutOnce(journal))
  if (recordTrouble !== undefined) app.use('/prolific/api/*', refuseWithoutRecord)
  app.use('/prolific/api/*', limitWrites({ perMinute: writesPerMinute, now }))

  app.use('/practice/api/*', addPracticeToken)
  app.route('/practice/api', practice.api)
  app.route('/prolific/api', prolific.api)
  app.route('/session/prolific', prolific.session)
  app.get('/config.json', (c) =>
    answerJson(appConfig(prolific.connectionOf(c), placeNotices(options))),
  )
  app.all('*', serveApp(files ?? new Map()))
  return app
}
