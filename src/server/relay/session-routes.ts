import { Hono, type Context } from 'hono'
import * as z from 'zod/mini'
import { ConnectRequest } from '#contract/app-config.ts'
import { User } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { answerFailure, answerJson, refuse, wrongMethod } from '#server/http/answers.ts'
import { createAttempts } from '#server/http/attempts.ts'
import { readCookie, writeCookie } from '#server/http/cookie.ts'
import { readJsonBody } from '#server/http/read-json-body.ts'
import type { Sessions } from './sessions.ts'
import { answerOf, type Upstream, type UpstreamResult } from './upstream.ts'

/** Longer than any token, and short enough to send along with every request. */
const TOKEN = /^[\x21-\x7e]{8,512}$/

const COOKIE = 'prolific'
/** A token and the JSON around it. */
const MAX_BYTES = 4096

/** Under which id the caller's token is kept, as its browser says. */
export const sessionOf = (c: Context) => readCookie(c, COOKIE)

const KnownUser = z.looseObject({ id: z.string().check(z.minLength(1)) })

function ownerIn(result: UpstreamResult): User | undefined {
  if (result.kind !== 'answer' || result.status !== 200) return undefined
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(result.body))
    return KnownUser.safeParse(json).success ? User.parse(json) : undefined
  } catch {
    return undefined
  }
}

/** Why a token was not taken. The token and what the provider said about it are not repeated. */
function refusalFor(result: UpstreamResult) {
  if (result.kind !== 'answer') return answerOf(result)
  const { status, headers } = result
  if (status === 401 || status === 403) {
    return refuse(401, 'Token refused', 'Prolific did not accept this token.')
  }
  const wait = headers['retry-after']
  return status === 429 || status === 503
    ? refuse(status, 'Prolific is busy', 'The token could not be checked.', {
        headers: wait === undefined ? {} : { 'retry-after': wait },
      })
    : refuse(502, 'Unusable answer from Prolific', `Prolific did not say whose token it is.`)
}

type Parts = { sessions: Sessions; upstream: Upstream; now?: (() => number) | undefined }

/**
 * `POST` takes a token once, has the provider say whose it is and keeps it for this browser; `DELETE`
 * forgets it. The id in the cookie is always made here: one that a browser brings along is looked up
 * and never adopted. Who may call is the guard's business.
 */
export function sessionRoutes({ sessions, upstream, now }: Parts) {
  const api = new Hono({ strict: false })
  api.onError(answerFailure)
  const attempts = createAttempts(now && { now })

  api.post('/', async (c) => {
    const wait = attempts.count(c)
    if (wait > 0) {
      const headers = { 'retry-after': String(wait) }
      return refuse(429, 'Too many attempts', 'Wait a moment, then try again.', { headers })
    }
    const read = await readJsonBody(c.req.raw, MAX_BYTES)
    if (!read.ok) return read.refusal
    const asked = ConnectRequest.safeParse(read.value)
    const token = asked.success ? bareToken(asked.data.token) : undefined
    if (token === undefined) return refuse(400, 'No token', 'This does not look like a token.')

    const result = await upstream.send({
      token,
      method: 'GET',
      address: addressOf('readMe'),
      body: undefined,
      accept: 'application/json',
      idempotencyKey: undefined,
    })
    const owner = ownerIn(result)
    if (!owner) return refusalFor(result)
    attempts.forget(c)
    // Whoever gave up meanwhile never learns the id, and nobody could make this server forget.
    if (c.req.raw.signal.aborted) return refuse(400, 'Given up', 'The token was not kept.')
    sessions.close(sessionOf(c) ?? '')
    const { id, email, name, first_name, last_name } = owner
    return answerJson({ id, email, name, first_name, last_name }, 200, {
      'set-cookie': writeCookie(c, COOKIE, sessions.open(token)),
    })
  })

  api.delete('/', (c) => {
    sessions.close(sessionOf(c) ?? '')
    return new Response(null, {
      status: 204,
      headers: { 'set-cookie': writeCookie(c, COOKIE, null) },
    })
  })

  api.all('/', () => wrongMethod(['POST', 'DELETE']))
  return api
}

/**
 * A token as it was pasted, without what comes along from a request, a shell or a settings file: white
 * space, quotes, `Authorization:`, `Token `, `PROLIFIC_TOKEN=`. Undefined when no token is left.
 */
export function bareToken(pasted: string) {
  const bare = pasted
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^[\s"'“”‘’`]+|[\s"'“”‘’`;,]+$/g, '')
    .replace(/^(?:export\s+)?PROLIFIC_TOKEN\s*=\s*/i, '')
    .replace(/^["']?authorization["']?\s*[:=]\s*/i, '')
    .replace(/^["'“”‘’`\s]+/, '')
    .replace(/^(?:token|bearer)\s+/i, '')
    .trim()
  return TOKEN.test(bare) ? bare : undefined
}
