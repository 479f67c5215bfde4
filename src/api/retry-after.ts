const LONGEST_MS = 5 * 60_000

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
