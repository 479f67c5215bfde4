import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { accessPage, goOnPage } from './access-page.ts'
import { refuse } from './answers.ts'
import { createAttempts } from './attempts.ts'
import { readCookie, writeCookie } from './cookie.ts'
import { isDownloadPath, isPagePath, isUploadPath } from './guard.ts'
import { keepSecret } from './log.ts'
import { readAtMost } from './read-json-body.ts'

const COOKIE = 'access'
const FORM = 'application/x-www-form-urlencoded'
const MAX_BYTES = 4096

const hash = (text: string) => createHash('sha256').update(text).digest()
const same = (one: string, other: string) => timingSafeEqual(hash(one), hash(other))

/** The page without the secret in its address, and never a name of another server. */
function cleanAddress(c: Context) {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('access')
  const query = searchParams.toString()
  return `/${pathname.replace(/^[/\\]+/, '')}${query && `?${query}`}`
}

async function typedIn(c: Context) {
  const bytes = await readAtMost(c.req.raw, MAX_BYTES)
  return bytes && (new URLSearchParams(new TextDecoder().decode(bytes)).get('access') ?? undefined)
}

const waitSentence = (seconds: number) => `Too many attempts. Wait ${seconds} seconds.`

/**
 * Lets in only browsers that have shown the secret once, by the printed link or in the form, and programs
 * that send it as `X-Access-Secret`; every other request is answered with 401. The cookie is made from the
 * secret: it outlives the server, and a different secret ends it.
 */
export function requireAccess(secret: string, now?: () => number): MiddlewareHandler {
  keepSecret(secret)
  const pass = createHmac('sha256', secret).update('access to Batch Composer').digest('base64url')
  const attempts = createAttempts(now && { now })

  /** The seconds to wait, or whether it is right. */
  function check(c: Context, offered: string) {
    const wait = attempts.count(c)
    if (wait > 0) return { wait, right: false }
    const right = same(offered, secret)
    if (right) attempts.forget(c)
    return { wait, right }
  }

  async function signIn(c: Context, offered: string) {
    const { wait, right } = check(c, offered)
    const path = cleanAddress(c)
    if (right) {
      const headers = { 'set-cookie': writeCookie(c, COOKIE, pass), location: path }
      const site = c.req.header('sec-fetch-site')
      return site === undefined || site === 'cross-site'
        ? goOnPage(path, { 'set-cookie': headers['set-cookie'] })
        : new Response(null, { status: 303, headers })
    }
    return wait > 0
      ? accessPage({
          path,
          status: 429,
          error: waitSentence(wait),
          headers: { 'retry-after': String(wait) },
        })
      : accessPage({ path, error: 'That is not this server’s secret.' })
  }

  function refuseProgram(c: Context) {
    const offered = c.req.header('x-access-secret')
    const { wait, right } = offered === undefined ? { wait: 0, right: false } : check(c, offered)
    if (right) return undefined
    return wait > 0
      ? refuse(429, 'Too many attempts', waitSentence(wait), {
          headers: { 'retry-after': String(wait) },
        })
      : refuse(401, 'Locked', 'Open this server’s page again and enter its access secret.')
  }

  return async (c, next) => {
    const { method, path } = c.req
    // Its random part is a secret of its own, and the official tool sends nothing else.
    if (isUploadPath(path) || isDownloadPath(path)) return next()
    const forPage = isPagePath(path)
    const form = forPage && method === 'POST' && c.req.header('content-type') === FORM
    const link = forPage && method === 'GET' ? c.req.query('access') : undefined
    if (same(readCookie(c, COOKIE) ?? '', pass)) {
      return form || link !== undefined
        ? new Response(null, { status: 303, headers: { location: cleanAddress(c) } })
        : next()
    }
    if (form) return signIn(c, (await typedIn(c)) ?? '')
    if (link !== undefined) return signIn(c, link)
    if (!forPage || method !== 'GET' || c.req.header('x-access-secret') !== undefined) {
      return refuseProgram(c) ?? next()
    }
    return c.req.header('sec-fetch-site') === 'cross-site'
      ? goOnPage(cleanAddress(c))
      : accessPage({ path: cleanAddress(c) })
  }
}
