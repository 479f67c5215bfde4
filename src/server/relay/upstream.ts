import { Pool, errors } from 'undici'
import { redact } from '#server/http/log.ts'
import type { Method } from '#contract/routes.ts'
import { repeatsToken } from './repeats-token.ts'
import { refuse } from '#server/http/answers.ts'

/** What can only go wrong before anything was sent. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** What a connection that carries a request already may meet as well. */
const routeCodes = new Set(['EHOSTUNREACH', 'ENETUNREACH'])

/** Node's words for a certificate that it does not accept, and for a server that speaks no TLS. */
const HANDSHAKE =
  /^(CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_|HOSTNAME_MISMATCH|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)/

const words = {
  'not-sent': [502, 'Prolific could not be reached', 'Nothing was sent.'],
  'no-answer': [502, 'No answer from Prolific', 'It is not known whether Prolific acted on this.'],
  'too-late': [504, 'Prolific took too long', 'It is not known whether Prolific acted on this.'],
  unusable: [502, 'Unusable answer from Prolific', 'Prolific may have acted on this.'],
} as const

export const MAX_ANSWER_BYTES = 4 * 1024 * 1024

export type UpstreamOptions = {
  /** The provider, for example `https://api.prolific.com`. A path in it goes before `/api`. */
  url: string
  connectMs?: number
  totalMs?: number
}

export type UpstreamRequest = {
  /** Whose call it is. It goes nowhere but into the request. */
  token: string
  method: Method
  /** Below `/api`, with its query. */
  address: string
  body: Uint8Array | undefined
  /** Its content type; JSON without one. */
  type?: string
  accept: string
  idempotencyKey: string | undefined
}

/** An answer read in full, or why there is none and whether the provider may have acted all the same. */
export type UpstreamResult =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: Uint8Array }
  | { kind: 'not-sent' | 'no-answer' | 'too-late' | 'unusable'; reason: string }

const returnedHeaders = ['content-type', 'retry-after', 'date', 'x-request-id']

function explain(error: unknown): UpstreamResult {
  if (neverLeft(error)) {
    return { kind: 'not-sent', reason: `Could not connect (${codeOf(error)}).` }
  }
  const late =
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    (error instanceof Error && error.name === 'TimeoutError')
  return late
    ? { kind: 'too-late', reason: 'No answer came in time.' }
    : { kind: 'no-answer', reason: 'The connection broke before the answer was complete.' }
}

async function readAtMost(body: AsyncIterable<unknown>, limit: number) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.byteLength
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function pickHeaders(
  received: Record<string, string | string[] | undefined>,
  repeats: (bytes: Uint8Array) => boolean,
) {
  const picked = returnedHeaders.flatMap((name) => {
    const value = received[name]
    if (typeof value !== 'string') return []
    const clean = redact(value)
    return repeats(Buffer.from(clean)) ? [] : [[name, clean] as const]
  })
  return Object.fromEntries(picked)
}

/**
 * The provider, reached over a pool of connections with the token of each call. Redirects are not
 * followed, compressed answers are not asked for, and nothing is ever sent twice.
 */
export function createUpstream({ url, connectMs = 10_000, totalMs = 30_000 }: UpstreamOptions) {
  const { origin, pathname } = new URL(url)
  const base = `${pathname.replace(/\/+$/, '')}/api`
  const pool = new Pool(origin, { connections: 64, connect: { timeout: connectMs } })

  async function exchange(request: UpstreamRequest): Promise<UpstreamResult> {
    const { statusCode, headers, body } = await pool.request({
      method: request.method,
      path: base + request.address,
      headers: {
        accept: request.accept,
        authorization: `Token ${request.token}`,
        'user-agent': 'batch-composer',
        ...(request.body && { 'content-type': request.type ?? 'application/json' }),
        ...(request.idempotencyKey && { 'idempotency-key': request.idempotencyKey }),
      },
      body: request.body ?? null,
      signal: AbortSignal.timeout(totalMs),
    })
    const bytes = await readAtMost(body, MAX_ANSWER_BYTES)
    if (!bytes) return { kind: 'unusable', reason: 'The answer is larger than 4 MB.' }
    const repeats = repeatsToken(request.token)
    if (statusCode >= 300 && statusCode < 400) {
      return { kind: 'unusable', reason: 'The answer redirects to another address.' }
    }
    if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') {
      return { kind: 'unusable', reason: 'The answer is compressed, but plain text was requested.' }
    }
    if (repeats(bytes)) {
      // Whoever refuses the token has done nothing, and says so without any words.
      if (statusCode === 401 || statusCode === 403) {
        return { kind: 'answer', status: statusCode, headers: {}, body: new Uint8Array() }
      }
      return { kind: 'unusable', reason: 'The answer repeats the token and is withheld.' }
    }
    return {
      kind: 'answer',
      status: statusCode,
      headers: pickHeaders(headers, repeats),
      body: bytes,
    }
  }

  return {
    send: async (request: UpstreamRequest) => exchange(request).catch(explain),
    close: async () => pool.destroy(),
  }
}
export type Upstream = ReturnType<typeof createUpstream>

/** What the provider answered; where it did not, a refusal that says whether it may have acted. */
export function answerOf(result: UpstreamResult) {
  if (result.kind === 'answer') {
    const { status, headers, body } = result
    const bodiless = status === 204 || status === 205
    return new Response(bodiless ? null : new Uint8Array(body), { status, headers })
  }
  const [status, title, consequence] = words[result.kind]
  const information = result.kind === 'not-sent' ? 'not-sent' : 'outcome-unknown'
  return refuse(status, title, `${result.reason} ${consequence}`, { information })
}

/** Node's name for what went wrong; '' where it has none. */
function codeOf(error: unknown) {
  return wordOf(error, 'code')
}

/**
 * Whether an error of a request says that nothing of it can have reached the other side, so that it may
 * be made anew. In doubt it does not.
 */
export function neverLeft(error: unknown) {
  const code = codeOf(error)
  if (unsentCodes.has(code) || HANDSHAKE.test(code)) return true
  // Several addresses were tried and none could be connected to.
  const tries: unknown[] = error instanceof AggregateError ? error.errors : [error]
  return routeCodes.has(code) && tries.every((one) => wordOf(one, 'syscall') === 'connect')
}

function wordOf(error: unknown, name: 'code' | 'syscall') {
  return error instanceof Error ? String(Reflect.get(error, name) ?? '') : ''
}
