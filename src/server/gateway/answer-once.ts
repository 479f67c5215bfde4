import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'
import { refuse, DroppedConnection } from '#server/http/answers.ts'
import { logFailure } from '#server/http/log.ts'
import { readBody } from '#server/http/read-json-body.ts'
import { changesSomething } from '#server/http/serve-routes.ts'
import type { Journal, JournaledRequest, Outcome } from './journal.ts'

/** What counts as a change at addresses that are in no table of routes. */
const WRITES = new Set(['POST', 'PATCH'])

const NO_BODY = { ok: true, value: new Uint8Array() } as const

function isSame(one: JournaledRequest, other: JournaledRequest) {
  return one.method === other.method && one.path === other.path && one.hash === other.hash
}

/** Writes down what goes wrong with the record, which must not take an answer away from anybody. */
function attempt(act: () => void) {
  try {
    act()
    return true
  } catch (error) {
    logFailure(error instanceof Error ? error : new Error(String(error)))
    return false
  }
}

function replay(outcome: Outcome) {
  const replayed = { 'idempotent-replayed': 'true' }
  if (outcome.kind === 'dropped') throw new DroppedConnection()
  if (outcome.kind === 'unknown') {
    return refuse(
      502,
      'Outcome unknown',
      'This server stopped while it was handling this request. It is not known whether the request was carried out.',
      { information: 'outcome-unknown', headers: replayed },
    )
  }
  const { status, headers, body } = outcome
  return new Response(body.byteLength > 0 ? body : null, {
    status,
    headers: [...headers, ...Object.entries(replayed)],
  })
}

/** Lets the request go on and notes how it ended. Rejects when nobody knows. */
async function outcomeOf(c: Context, next: Next): Promise<Outcome> {
  try {
    await next()
  } catch (error) {
    if (error instanceof DroppedConnection) return { kind: 'dropped' }
    throw error
  }
  const { status, headers } = c.res
  const body = new Uint8Array(await c.res.clone().arrayBuffer())
  return { kind: 'answered', status, headers: [...headers], body }
}

/**
 * Carries out each request of a page that changes something at most once, also across an end of this
 * server. A browser repeats a request by itself when a kept-alive connection breaks before the answer,
 * and the page cannot stop it. So the request is written down by its `Idempotency-Key` before it goes
 * on, and the same key is answered from what happened to it: with the same answer, after waiting for it,
 * with the same broken connection, or with "outcome unknown" when this server died in between. The same
 * key for something else is refused with 422. Programs send no `X-App-Request` and meet the backends as
 * they are.
 */
export function answerOnce(journal: Journal): MiddlewareHandler {
  const inFlight = new Map<string, Promise<Outcome>>()

  async function answer(c: Context, next: Next, key: string) {
    const outcome = await outcomeOf(c, next)
    const noted = attempt(() =>
      c.get('notForwarded') ? journal.release(key) : journal.settle(key, outcome),
    )
    // What could not be written down is at least remembered.
    if (noted) inFlight.delete(key)
    return outcome
  }

  return async (c, next) => {
    const { method } = c.req
    const isWrite = changesSomething(method, c.req.path) ?? WRITES.has(method)
    const key = c.req.header('idempotency-key')
    const fromPage = c.req.header('x-app-request') !== undefined
    if (!isWrite || key === undefined || !fromPage) return next()
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      return refuse(
        400,
        'Bad request',
        'Idempotency-Key takes 1 to 255 letters, digits and symbols.',
      )
    }
    // Asking for an upload address changes something as well.
    const hasBody = method !== 'GET'
    const read = hasBody ? await readBody(c.req.raw) : NO_BODY
    if (!read.ok) return read.refusal
    const hash = createHash('sha256').update(read.value).digest('hex')
    const { pathname, search } = new URL(c.req.url)
    const request = { key, method, path: pathname + search, hash }

    const known = journal.find(key)
    if (known) {
      return isSame(known.request, request)
        ? replay((await inFlight.get(key)) ?? known.outcome)
        : refuse(422, 'Key used before', 'This Idempotency-Key belongs to another request.')
    }
    if (!attempt(() => journal.begin(request))) {
      return refuse(
        503,
        'No record',
        'This server could not record the request. Its disk may be full. Nothing was sent.',
        {
          information: 'not-sent',
        },
      )
    }
    // The body has been read; what comes next reads it from the start. One that was left out has become
    // JSON meanwhile, without a header of its own that says so.
    if (hasBody) {
      const headers = new Headers(c.req.raw.headers)
      if (!headers.has('content-type')) headers.set('content-type', 'application/json')
      c.req.raw = new Request(c.req.url, { method, headers, body: read.value })
    }
    const outcome = answer(c, next, key)
    inFlight.set(key, outcome)
    if ((await outcome).kind === 'dropped') throw new DroppedConnection()
    return undefined
  }
}
