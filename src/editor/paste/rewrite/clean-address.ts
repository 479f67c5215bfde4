import { LINK_ADDRESS } from '#html/safety/link-address.ts'

const TRACKING =
  /^(?:utm_[\w-]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|vero_id|oly_enc_id|oly_anon_id|trk|li_fat_id)$/i

/** Pages that only lead on to the address in one of their parameters. */
const WRAPPERS: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, 'url'],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, 'url'],
  [/^(?:l|lm)\.facebook\.com$|^l\.instagram\.com$/, /^\/l?(?:\.php)?$/, 'u'],
  [/^slack-redir\.net$/, /^\/link$/, 'url'],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)$/, 'url'],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, 'q'],
  [/^(?:out|away)\.|^exit\.sc$/, /^\//, 'url'],
]

/**
 * The address that a link is meant to lead to: without wrappers that count clicks, without parameters
 * that tell where the reader came from. Everything else keeps its characters, placeholders such as
 * `{{%PROLIFIC_PID%}}` above all. Null when participants could not follow it.
 */
export function cleanAddress(written: string): string | null {
  let address = written.trim()
  // A wrapped address may be wrapped again.
  for (let depth = 0; depth < 3; depth += 1) {
    const inner = unwrapped(address)
    if (inner === null) break
    address = inner
  }
  if (!LINK_ADDRESS.test(address) || address.startsWith('#')) return null
  return withoutTracking(address)
}

function unwrapped(address: string): string | null {
  const proofpoint = /^https:\/\/urldefense\.(?:com|us)\/v3\/__(.+?)__;/i.exec(address)?.[1]
  if (proofpoint !== undefined && !proofpoint.includes('*')) return proofpoint
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null
  const { hostname, pathname, searchParams } = new URL(address)
  for (const [host, path, parameter] of WRAPPERS) {
    const inner = searchParams.get(parameter)
    if (host.test(hostname) && path.test(pathname) && inner && /^https?:\/\//i.test(inner)) {
      return inner
    }
  }
  return null
}

function withoutTracking(address: string): string {
  const [, before = address, query, hash = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? []
  if (query === undefined) return address
  const kept = query.split('&').filter((part) => !TRACKING.test(part.split('=')[0] ?? ''))
  return before + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash
}
