import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a link works. */
export const LINK_MS = 60 * 60_000

/**
 * Links to files that are made when they are asked for. Each is signed for an hour, and nothing of it is
 * stored: a server that starts again makes new ones.
 */
export function createDownloadLinks(now: () => number) {
  const key = randomBytes(32)
  const sign = (path: string, expires: string) =>
    createHmac('sha256', key).update(`${path}?${expires}`).digest()

  return {
    /** A link to a path below `/practice/downloads` of an origin, and when it ends. */
    to: (origin: string, path: string) => {
      const ends = now() + LINK_MS
      const expires = String(ends)
      const signature = sign(path, expires).toString('hex')
      const query = new URLSearchParams({ expires, signature }).toString()
      return {
        url: `${origin}/practice/downloads${path}?${query}`,
        expires_at: new Date(ends).toISOString(),
      }
    },
    /** Why a link is refused; undefined for one that was made here and works still. */
    refusalOf: (path: string, { expires = '', signature = '' }: Record<string, string>) => {
      const given = Buffer.from(signature, 'hex')
      const right = sign(path, expires)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'Access Denied'
      return now() > Number(expires) ? 'Request has expired' : undefined
    },
  }
}
export type DownloadLinks = ReturnType<typeof createDownloadLinks>
