import { Hono, type Context } from 'hono'
import { answerFailure } from './answer-failure.ts'
import { notFound, refuse, wrongMethod } from './answers.ts'
import { keepSecret } from './log.ts'
import { readBody } from './read-json-body.ts'
import { relayRoutes, type RelayRoute } from './relay-routes.ts'
import { createUpstream, type UpstreamOptions, type UpstreamResult } from './upstream.ts'

type Options = Omit<UpstreamOptions, 'token'> & { token: string | undefined }

/** The query with only the parameters of the route, written anew. */
function queryOf(c: Context, allowed: readonly string[]) {
  const kept = allowed.flatMap((name) => {
    const value = c.req.query(name)
    return value === undefined ? [] : [[name, value]]
  })
  const query = new URLSearchParams(kept).toString()
  return query && `?${query}`
}

const words = {
  'not-sent': [502, 'Prolific could not be reached', 'Nothing was sent.'],
  'no-answer': [502, 'No answer from Prolific', 'It is not known whether Prolific acted on this.'],
  'too-late': [504, 'Prolific took too long', 'It is not known whether Prolific acted on this.'],
  unusable: [502, 'Unusable answer from Prolific', 'Prolific may have acted on this.'],
} as const

function toResponse(result: UpstreamResult) {
  if (result.kind === 'answer') {
    const { status, headers, body } = result
    const bodiless = status === 204 || status === 205
    return new Response(bodiless ? null : new Uint8Array(body), { status, headers })
  }
  const [status, title, consequence] = words[result.kind]
  const information = result.kind === 'not-sent' ? 'not-sent' : 'outcome-unknown'
  return refuse(status, title, `${result.reason} ${consequence}`, { information })
}

const isPlain = (header: string | undefined) =>
  header !== undefined && /^[\x20-\x7e]{1,255}$/.test(header)

async function forward(
  c: Context,
  { methods, query, address }: RelayRoute,
  upstream: ReturnType<typeof createUpstream>,
) {
  const method = methods.find((one) => one === c.req.method) ?? 'GET'
  const read = method === 'GET' ? undefined : await readBody(c.req.raw)
  if (read && !read.ok) return read.refusal
  const accept = c.req.header('accept')
  const idempotencyKey = c.req.header('idempotency-key')
  const result = await upstream.send({
    method,
    address: address(c.req.param('id') ?? '') + queryOf(c, query),
    body: read?.value,
    accept: accept !== undefined && isPlain(accept) ? accept : 'application/json',
    idempotencyKey: isPlain(idempotencyKey) ? idempotencyKey : undefined,
  })
  return toResponse(result)
}

/**
 * Passes the app's own calls on to Prolific with the token that only this server has. Knows a fixed
 * table of routes and refuses everything else; who may call it is the guard's business.
 */
export function createRelay({ token, ...options }: Options) {
  const api = new Hono({ strict: false })
  api.onError(answerFailure)
  const upstream = token === undefined ? undefined : createUpstream({ token, ...options })
  if (token !== undefined) keepSecret(token)

  for (const route of relayRoutes) {
    api.on([...route.methods], route.pattern, async (c) =>
      upstream
        ? forward(c, route, upstream)
        : refuse(
            401,
            'Not connected to Prolific',
            'This server has no token. Set PROLIFIC_TOKEN in its environment or its .env file, and start it again.',
          ),
    )
    api.all(route.pattern, () => wrongMethod(route.methods))
  }
  api.all('*', () => notFound('This server does not pass this address on to Prolific.'))

  return {
    api,
    connected: upstream !== undefined,
    close: async () => upstream?.close(),
  }
}
export type Relay = ReturnType<typeof createRelay>
