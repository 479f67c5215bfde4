import { markWentNoFurther } from '#server/gateway/not-forwarded.ts'
import { Hono, type Context } from 'hono'
import { answerFailure, notFound, refuse, wrongMethod } from '#server/http/answers.ts'
import { keepSecret } from '#server/http/log.ts'
import { readBody } from '#server/http/read-json-body.ts'
import { relayRoutes, type RelayRoute } from './relay-routes.ts'
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

/** The query with only the parameters of the route, written anew. */
function queryOf(c: Context, allowed: readonly string[]) {
  const kept = allowed.flatMap((name) => {
    const value = c.req.query(name)
    return value === undefined ? [] : [[name, value]]
  })
  const query = new URLSearchParams(kept).toString()
  return query && `?${query}`
}

const isPlain = (header: string | undefined) =>
  header !== undefined && /^[\x20-\x7e]{1,255}$/.test(header)

async function forward(
  c: Context,
  { methods, query, address }: RelayRoute,
  { token, upstream }: { token: string; upstream: ReturnType<typeof createUpstream> },
) {
  const method = methods.find((one) => one === c.req.method) ?? 'GET'
  const read = method === 'GET' ? undefined : await readBody(c.req.raw)
  if (read && !read.ok) return read.refusal
  const accept = c.req.header('accept')
  const idempotencyKey = c.req.header('idempotency-key')
  const result = await upstream.send({
    token,
    method,
    address: address(c.req.param('id') ?? '') + queryOf(c, query),
    body: read?.value,
    accept: accept !== undefined && isPlain(accept) ? accept : 'application/json',
    idempotencyKey: isPlain(idempotencyKey) ? idempotencyKey : undefined,
  })
  if (result.kind === 'not-sent') markWentNoFurther(c)
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

  for (const route of relayRoutes) {
    api.on([...route.methods], route.pattern, async (c) => {
      const token = sessions.find(sessionOf(c)) ?? serverToken
      if (token !== undefined) return forward(c, route, { token, upstream })
      markWentNoFurther(c)
      return refuse(
        401,
        'Not connected to Prolific',
        'Connect to Prolific first, with your token.',
        {
          information: 'not-connected',
        },
      )
    })
    api.all(route.pattern, () => wrongMethod(route.methods))
  }
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
