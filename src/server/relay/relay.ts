import { markNotForwarded } from '#server/gateway/not-forwarded.ts'
import { Hono, type Context } from 'hono'
import { fillAddress, ROUTES, routeNames, type Route } from '#contract/routes.ts'
import { answerFailure, notFound, refuse } from '#server/http/answers.ts'
import { keepSecret } from '#server/http/log.ts'
import { readBody } from '#server/http/read-json-body.ts'
import { serveRoutes } from '#server/http/serve-routes.ts'
import { sessionOf, sessionRoutes } from './session-routes.ts'
import { createSessions } from './sessions.ts'
import { answerOf, createUpstream, type UpstreamOptions } from './upstream.ts'
const HOUR_MS = 3_600_000

type Options = UpstreamOptions & {
  /** The server's own token, for everybody who gave none. */
  token: string | undefined
  /** After how many hours without use somebody's token is forgotten. */
  idleHours?: number
  now?: () => number
}

/** What an id consists of. Nothing else in a path gets as far as an address at the provider. */
const ID = '{[A-Za-z0-9-]{1,64}}'

/** Everything that the relay forwards. Whatever is not here does not reach the provider. */
const relayedRoutes = routeNames.map((name): Route => ROUTES[name]).filter(({ relayed }) => relayed)

/** The address at the provider, made from the table and the checked ids, never from the caller's path. */
function addressFor(route: Route, c: Context) {
  const query = Object.fromEntries(route.query.map((name) => [name, c.req.query(name)]))
  return fillAddress(route, { ...query, ...c.req.param() })
}

const isPlain = (header: string | undefined) =>
  header !== undefined && /^[\x20-\x7e]{1,255}$/.test(header)

async function forward(
  c: Context,
  route: Route,
  { token, upstream }: { token: string; upstream: ReturnType<typeof createUpstream> },
) {
  const read = route.method === 'GET' ? undefined : await readBody(c.req.raw)
  if (read && !read.ok) return read.refusal
  const accept = c.req.header('accept')
  const idempotencyKey = c.req.header('idempotency-key')
  const result = await upstream.send({
    token,
    method: route.method,
    address: addressFor(route, c),
    body: read?.value,
    accept: accept !== undefined && isPlain(accept) ? accept : 'application/json',
    idempotencyKey: isPlain(idempotencyKey) ? idempotencyKey : undefined,
  })
  if (result.kind === 'not-sent') markNotForwarded(c)
  return answerOf(result)
}

/**
 * Passes the app's own calls on to Prolific with a token that the browser does not have: the one that
 * its owner gave to this server, or else the server's own. Knows a fixed table of routes and refuses
 * everything else; who may call it is the guard's business.
 */
export function createRelay({ token: serverToken, idleHours = 8, now, ...options }: Options) {
  const api = new Hono({ strict: false })
  api.onError(answerFailure)
  const upstream = createUpstream(options)
  const sessions = createSessions({ idleMs: idleHours * HOUR_MS, ...(now && { now }) })
  if (serverToken !== undefined) keepSecret(serverToken)

  const handle = (route: Route) => async (c: Context) => {
    const token = sessions.find(sessionOf(c)) ?? serverToken
    if (token !== undefined) return forward(c, route, { token, upstream })
    markNotForwarded(c)
    return refuse(401, 'Not connected to Prolific', 'Connect to Prolific first, with your token.', {
      information: 'not-connected',
    })
  }
  serveRoutes(
    api,
    relayedRoutes.map((route) => ({
      method: route.method,
      path: route.path.replaceAll(/:\w+/g, `$&${ID}`),
      handle: handle(route),
    })),
  )
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
      await upstream.close()
    },
  }
}
export type Relay = ReturnType<typeof createRelay>
