import { markNotForwarded } from '#server/gateway/not-forwarded.ts'
import { Hono, type Context } from 'hono'
import { fillAddress, ROUTES, routeNames, type Route } from '#contract/routes.ts'
import { answerFailure, answerJson, notFound, refuse, wrongMethod } from '#server/http/answers.ts'
import { keepSecret } from '#server/http/log.ts'
import { readBody } from '#server/http/read-json-body.ts'
import { serveRoutes } from '#server/http/serve-routes.ts'
import { sessionOf, sessionRoutes } from './session-routes.ts'
import { createSessions } from './sessions.ts'
import { isThisMachine } from './public-hosts.ts'
import { createStorage } from './send-upload.ts'
import { createUploadAddresses, type UploadAddresses } from './upload-addresses.ts'
import { takeUpload } from './upload-routes.ts'
import { answerOf, createUpstream, type Upstream, type UpstreamOptions } from './upstream.ts'

const HOUR_MS = 3_600_000

type Options = UpstreamOptions & {
  /** The server's own token, for everybody who gave none. */
  token: string | undefined
  /** After how many hours without use somebody's token is forgotten. */
  idleHours?: number
  now?: () => number
  /** How long an upload may stand still, and take in all, in milliseconds. */
  uploadLimits?: { idleMs: number; totalMs: number }
}

/** What an id consists of. Nothing else in a path gets as far as an address at the provider. */
const ID = '{[A-Za-z0-9-]{1,64}}'
/** The names that files are uploaded under. */
const FILE_NAME = '{[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}}'

const UPLOADS = '/prolific/api/uploads'

/** Everything that the relay forwards. Whatever is not here does not reach the provider. */
const relayedRoutes = routeNames.map((name): Route => ROUTES[name]).filter(({ relayed }) => relayed)

/** The address at the provider, made from the table and the checked ids, never from the caller's path. */
function addressFor(route: Route, c: Context) {
  const query = Object.fromEntries(route.query.map((name) => [name, c.req.query(name)]))
  return fillAddress(route, { ...query, ...c.req.param() })
}

const isPlain = (header: string | undefined) =>
  header !== undefined && /^[\x20-\x7e]{1,255}$/.test(header)

type Caller = { token: string; owner: string }
type Parts = { upstream: Upstream; addresses: UploadAddresses }

async function forward(
  c: Context,
  route: Route,
  { token, owner }: Caller,
  { upstream, addresses }: Parts,
) {
  // A HEAD reaches the handlers of GET, and must change nothing.
  if (route.changes && c.req.method === 'HEAD') return wrongMethod([route.method])
  const read = route.method === 'GET' ? undefined : await readBody(c.req.raw)
  if (read && !read.ok) return read.refusal
  const accept = c.req.header('accept')
  const idempotencyKey = c.req.header('idempotency-key')
  const result = await upstream.send({
    token,
    method: route.method,
    address: addressFor(route, c),
    body: read?.value,
    ...(route.lines && { type: 'application/x-ndjson' }),
    accept: accept !== undefined && isPlain(accept) ? accept : 'application/json',
    idempotencyKey: isPlain(idempotencyKey) ? idempotencyKey : undefined,
  })
  if (result.kind === 'not-sent') markNotForwarded(c)
  const answer = answerOf(result)
  return route === ROUTES.createUploadUrl && answer.ok
    ? withOwnAddress(answer, owner, addresses)
    : answer
}

/** The page gets an address of this server in place of the one that the provider gave. */
async function withOwnAddress(answer: Response, owner: string, addresses: UploadAddresses) {
  const body: unknown = await answer.json().catch(() => null)
  const replaced = addresses.replace(body, owner, UPLOADS)
  if (replaced) return answerJson(replaced, answer.status)
  return refuse(
    502,
    'Unusable answer from Prolific',
    'Prolific named an address for the upload that this server does not send files to. No file was sent.',
    { information: 'outcome-unknown' },
  )
}

/**
 * Passes the app's own calls on to Prolific with a token that the browser does not have: the one that
 * its owner gave to this server, or else the server's own. Knows a fixed table of routes and refuses
 * everything else; who may call it is the guard's business.
 */
export function createRelay({
  token: serverToken,
  idleHours = 8,
  now,
  uploadLimits,
  ...options
}: Options) {
  const api = new Hono({ strict: false })
  api.onError(answerFailure)
  const upstream = createUpstream(options)
  const sessions = createSessions({ idleMs: idleHours * HOUR_MS, ...(now && { now }) })
  const isLocal = isThisMachine(new URL(options.url).hostname)
  const addresses = createUploadAddresses({ isLocal, ...(now && { now }) })
  const storage = createStorage({ isLocal, ...uploadLimits })
  if (serverToken !== undefined) keepSecret(serverToken)

  /** Whose token a call goes with. What one of them was given, no other can use. */
  const callerOf = (c: Context): Caller | undefined => {
    const session = sessionOf(c) ?? ''
    const own = sessions.find(session)
    if (own !== undefined) return { token: own, owner: session }
    return serverToken === undefined ? undefined : { token: serverToken, owner: '' }
  }
  const asCaller =
    (handle: (c: Context, caller: Caller) => Promise<Response> | Response) => (c: Context) => {
      const caller = callerOf(c)
      if (caller) return handle(c, caller)
      markNotForwarded(c)
      return refuse(
        401,
        'Not connected to Prolific',
        'Connect to Prolific first, with your token.',
        { information: 'not-connected' },
      )
    }
  serveRoutes(
    api,
    relayedRoutes.map((route) => ({
      method: route.method,
      path: route.path.replaceAll(
        /:\w+/g,
        (name) => name + (name === ':filename' ? FILE_NAME : ID),
      ),
      handle: asCaller((c, caller) => forward(c, route, caller, { upstream, addresses })),
    })),
  )
  const takesFile = asCaller((c, { owner }) => takeUpload(c, owner, { addresses, storage }))
  api.put('/uploads/:name{[A-Za-z0-9_-]{1,64}}', takesFile)
  api.all('/uploads/*', () => wrongMethod(['PUT']))
  api.all('*', () => notFound('This server does not pass this address on to Prolific.'))

  return {
    api,
    /** Where people give their own token to this server, and take it back. */
    session: sessionRoutes({ sessions, upstream, now }),
    /** Whose token the calls of this caller go with, if anybody's. */
    connectionOf: (c: Context) => {
      const own = sessions.find(sessionOf(c)) !== undefined
      return { own, connected: own || serverToken !== undefined, idleHours }
    },
    hasToken: serverToken !== undefined,
    close: async () => {
      sessions.closeAll()
      addresses.forgetAll()
      await storage.close()
      await upstream.close()
    },
  }
}
export type Relay = ReturnType<typeof createRelay>
