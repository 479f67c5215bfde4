const LONGEST_MS = 5 * 60_000

/**
 * Milliseconds to wait by a `Retry-After` header, given in seconds or as an HTTP date, at most five
 * minutes; null when there is none or it cannot be read.
 */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_MS)
}
