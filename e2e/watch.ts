import type { BrowserContext } from '@playwright/test'

/**
 * Writes down everything that must not happen on any page of `context`: errors in the console,
 * uncaught errors, breaches of the content security policy, and requests to any origin but `origin` or
 * to one of `hosts`. Console errors that match one of `expected` are left out: Chromium logs every failed request.
 */
export async function watch(
  context: BrowserContext,
  origin: string,
  expected: RegExp[] = [],
  hosts: string[] = [],
) {
  const seen: string[] = []
  // A breach is logged by Chromium too, but not in every kind of frame.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`Policy breach: ${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const text = `${message.text()} (${message.location().url})`
    if (!expected.some((pattern) => pattern.test(text))) seen.push(`Console: ${text}`)
  })
  context.on('weberror', (error) => seen.push(`Uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    const outside = /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin
    if (outside && !hosts.includes(url.host)) seen.push(`Request to another origin: ${url.href}`)
  })
  return seen
}
