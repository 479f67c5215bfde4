import type * as z from 'zod/mini'
import type { Backend } from '#contract/app-config.ts'
import { newId } from '#contract/new-id.ts'
import {
  addressOf,
  ROUTES,
  type AddressValues,
  type RouteName,
  type Method,
} from '#contract/routes.ts'
import { ApiError, type ApiFailure } from './api-error.ts'
import { readErrorBody, serverSays } from './read-error-body.ts'
import { noteDate } from './server-clock.ts'

const LONGEST_MS = 5 * 60_000

/** After this the answer is taken as lost: the server in between gives up after 30 s itself. */
const TIMEOUT_MS = 60_000

type Request = {
  method: Method
  path: string
  /** JSON text, sent as it is. */
  body?: string
  /** Its content type where it is not JSON. */
  type?: string
  /** What tells a repetition of this change from another one. One with a body gets a fresh one. */
  key?: string
  signal?: AbortSignal
}

/** Method and path of a route at a backend, for `send`. Takes what goes into the address by name. */
export function callOf<Name extends RouteName>(
  backend: Pick<Backend, 'base_path'>,
  name: Name,
  ...values: AddressValues<Name>
): Pick<Request, 'method' | 'path'> {
  return { method: ROUTES[name].method, path: backend.base_path + addressOf(name, ...values) }
}

/** The bytes of a JSON body. What the page shows as the request is made by this same function. */
export function encodeBody(body: unknown) {
  return JSON.stringify(body, null, 2)
}

/**
 * One request, one schema: resolves with what the schema makes of the answer, rejects with an
 * `ApiError`. An empty answer (202 of a set-up) is given to the schema as `undefined`.
 */
export async function send<T>(schema: z.ZodMiniType<T>, request: Request): Promise<T> {
  const { response, text } = await reach(request)
  try {
    return read(schema, response, text)
  } catch (error) {
    if (error instanceof ApiError) throw error
    // A fault of ours in reading an answer: what was asked for may have been carried out.
    const detail = 'The answer could not be read.'
    throw new ApiError({ kind: 'off-contract', status: response.status, detail }, { cause: error })
  }
}

function read<T>(schema: z.ZodMiniType<T>, response: Response, text: string): T {
  if (!response.ok) throw new ApiError(classify(response, text))

  const parsed = schema.safeParse(text === '' ? undefined : parse(text, response.status))
  if (!parsed.success) {
    const [first] = parsed.error.issues
    const where = first?.path.join('.') ?? ''
    const detail = where ? `The answer has no readable "${where}".` : 'The answer was not readable.'
    throw new ApiError({ kind: 'off-contract', status: response.status, detail })
  }
  return parsed.data
}

async function reach({ method, path, body, type, signal, ...request }: Request) {
  const key = request.key ?? (body === undefined ? undefined : newId())
  const timeout = new AbortController()
  // Not `AbortSignal.timeout`, which follows no clock that a test can turn.
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS)
  const askedAt = Date.now()
  try {
    const response = await fetch(path, {
      method,
      // A redirect would send the request, and what it says, to a place nobody chose.
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        'X-App-Request': '1',
        ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
        // A browser repeats a POST by itself when a kept-alive connection breaks, and the server
        // tells a repetition from a new request by this.
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body }),
      signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
    })
    if (response.ok) noteDate(path, response.headers.get('Date'), askedAt, Date.now())
    return { response, text: await response.text() }
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError({ kind: 'unreachable' }, { cause })
  } finally {
    clearTimeout(timer)
  }
}

function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const detail = 'The answer was not JSON.'
    throw new ApiError({ kind: 'off-contract', status, detail }, { cause })
  }
}

export function classify(response: Response, text: string): ApiFailure {
  const { status } = response
  const { detail, fields, issues } = readErrorBody(text)
  const wait = retryAfterMs(response.headers.get('Retry-After'))

  // A browser hides where a redirect leads, and even its status.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return { kind: 'off-contract', status, detail: 'The server answered with a redirect.' }
  }
  if (status === 401 || status === 403) {
    const notConnected = serverSays('not-connected', text)
    return { kind: 'unauthorized', status, detail, ...(notConnected && { notConnected }) }
  }
  // The API says that a workspace lacks a feature with a 404 whose words name both.
  const feature = /permission/i.test(detail) && /feature/i.test(detail)
  if (status === 404) return { kind: 'missing', detail, feature }
  if (status === 429) return { kind: 'throttled', retryAfterMs: wait }
  if (status >= 400 && status < 500 && status !== 408) {
    return { kind: 'rejected', status, detail, fields, issues }
  }
  const notSent = serverSays('not-sent', text)
  return { kind: 'unavailable', status, detail, retryAfterMs: wait, ...(notSent && { notSent }) }
}

/**
 * Milliseconds to wait by a `Retry-After` header, given in seconds or as an HTTP date, at most five
 * minutes; null when there is none or it cannot be read.
 */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : dateOf(header) - now
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_MS)
}

/** `Date.parse` finds a year in almost any number; an HTTP date ends in GMT. */
function dateOf(header: string) {
  return header.trim().endsWith('GMT') ? Date.parse(header) : Number.NaN
}
