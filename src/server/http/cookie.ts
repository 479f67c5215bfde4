import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'

/** Whether the page came encrypted, as far as a gateway in front of this server says so. */
function isEncrypted(c: Context) {
  return (
    c.req.header('origin')?.startsWith('https://') || c.req.header('x-forwarded-proto') === 'https'
  )
}

/** Browsers keep one jar for all ports of a host, so two servers on one machine need two names. */
function nameAt(c: Context, name: string) {
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1]
  return port ? `batch-composer-${name}-${port}` : `batch-composer-${name}`
}

/** The value of a cookie of this server, as the browser sent it. */
export const readCookie = (c: Context, name: string) => getCookie(c, nameAt(c, name))

/**
 * The `Set-Cookie` header for a cookie that no script can read, that goes to this server alone, never
 * along with a request that another site began, and that ends with the browser. `null` removes it.
 */
export function writeCookie(c: Context, name: string, value: string | null) {
  return generateCookie(nameAt(c, name), value ?? '', {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    ...(isEncrypted(c) && { secure: true }),
    ...(value === null && { maxAge: 0 }),
  })
}
