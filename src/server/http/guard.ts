import type { MiddlewareHandler } from 'hono'
import { refuse } from './answers.ts'
import { PRACTICE_TOKEN } from '#server/practice/backend.ts'
import { bodyTypeAt, isBodyType } from './read-json-body.ts'
import { mayLackBody } from './serve-routes.ts'

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** Whether a `Host` header names this server. The only gate against DNS rebinding. */
export type KnowsHost = (host: string) => boolean

/**
 * The names of this machine with the server's port, and further names with it or, for a gateway in
 * front, as they are. The port is asked for at each request, because it is not known before the server listens.
 * `addresses` are those of this machine that the server listens at besides the loopback ones.
 */
export function hostsOf(
  portOf: () => number | undefined,
  furtherHosts: readonly string[] = [],
  addresses: readonly string[] = [],
): KnowsHost {
  const ownNames = [...loopbackNames, ...addresses]
  return (name) => {
    const host = name.toLowerCase()
    const port = portOf()
    const isOwn = (local: string) => host === `${local}:${port}` || (port === 80 && host === local)
    const listens = port !== undefined
    return (listens && [...ownNames, ...furtherHosts].some(isOwn)) || furtherHosts.includes(host)
  }
}

const isApiPath = (path: string) => /^\/(practice|prolific)\/api(\/|$)/.test(path)
const isSessionPath = (path: string) => /^\/session(\/|$)/.test(path)

/** Whether an address takes the file of a practice dataset. Knowing it is all that a caller needs. */
export const isUploadPath = (path: string) => /^\/practice\/uploads(\/|$)/.test(path)

/** Whether an address takes a file for the storage of Prolific, from the page alone. */
const isPassedOnUpload = (path: string) => /^\/prolific\/api\/uploads(\/|$)/.test(path)

/** Whether a request to an address brings a file of any type, which may take long to arrive. */
export const takesFile = (path: string) => isUploadPath(path) || isPassedOnUpload(path)

/** Whether an address hands out a report or an export of practice. It is signed, and ends within the hour. */
export const isDownloadPath = (path: string) => /^\/practice\/downloads(\/|$)/.test(path)

/** Whether an address opens the app, rather than being data or one of its files. */
export const isPagePath = (path: string) =>
  !isApiPath(path) &&
  !isSessionPath(path) &&
  !isUploadPath(path) &&
  !isDownloadPath(path) &&
  !/\.(?!html$)[^/]*$/.test(path)
const forbid = (detail: string) => refuse(403, 'Forbidden', detail)

function refuseOrigin(request: Request, path: string) {
  const { method, headers } = request
  const origin = headers.get('origin')
  const host = headers.get('host') ?? ''
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) {
    return forbid('Pages from another origin may not use this server.')
  }
  const site = headers.get('sec-fetch-site')
  // `same-site` is another port of this machine, and as foreign as any other page.
  if (site === null || site === 'same-origin') return undefined
  if (method === 'GET' && site === 'none') return undefined
  const opensPage =
    method === 'GET' &&
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document' &&
    isPagePath(path)
  return opensPage ? undefined : forbid('Pages from another origin may not use this server.')
}

function refuseType({ method, headers }: Request, path: string) {
  // Types that a page can send to another origin without asking first: text, forms, multipart.
  const type = headers.get('content-type')
  // No page can send a PUT to another origin without asking first.
  if (method === 'PUT' && isPassedOnUpload(path)) return undefined
  if (method === 'GET' || method === 'HEAD' || isBodyType(type, path)) return undefined
  if (type === null && method !== 'POST' && method !== 'PATCH') return undefined
  // Whoever reads the body refuses one that has no type.
  if (type === null && mayLackBody(path)) return undefined
  return refuse(415, 'Unsupported media type', `Send Content-Type: ${bodyTypeAt(path)}.`)
}

function refuseCaller({ method, headers }: Request, place: string, locked: boolean) {
  const fromPage = headers.get('x-app-request') !== null
  if (place === 'practice') {
    return fromPage || headers.has('authorization')
      ? undefined
      : refuse(401, 'Unauthorized', 'Send the header Authorization: Token <your token>.')
  }
  if (headers.has('authorization')) {
    return forbid('This server uses its own token for Prolific. Call Prolific yourself with yours.')
  }
  const site = headers.get('sec-fetch-site')
  // Over plain http on a network, browsers name nobody when a page reads from its own server. There
  // everybody has shown the secret, and no other site can send it along with the header of the app.
  const unnamed = locked && method === 'GET' && site === null
  const sameOrigin = headers.has('origin') || site === 'same-origin' || unnamed
  return fromPage && sameOrigin
    ? undefined
    : forbid('Only the page of this server may use its Prolific token.')
}

/**
 * Who may come in, checked in this order: Host; Origin and Sec-Fetch-Site; Content-Type; then, for the
 * APIs, the caller. Programs with a token of their own get into practice; pages of other origins,
 * another port of this machine included, get in nowhere. Links from elsewhere may open pages. `locked`
 * says that an access secret is asked for as well.
 */
export function guard(knowsHost: KnowsHost, { locked = false } = {}): MiddlewareHandler {
  return async (c, next) => {
    const request = c.req.raw
    const { path } = c.req
    if (!knowsHost(request.headers.get('host') ?? '')) {
      return forbid('This server does not answer to that name.')
    }
    const place = isApiPath(path)
      ? path.split('/')[1]
      : isSessionPath(path)
        ? 'prolific'
        : undefined
    const refusal =
      refuseOrigin(request, path) ??
      (place && (refuseType(request, path) ?? refuseCaller(request, place, locked)))
    return refusal || next()
  }
}

/** Gives the page's requests to practice the token that the page does not have. */
export const addPracticeToken: MiddlewareHandler = async (c, next) => {
  const { headers } = c.req.raw
  if (headers.has('x-app-request') && !headers.has('authorization')) {
    headers.set('authorization', `Token ${PRACTICE_TOKEN}`)
  }
  await next()
}
