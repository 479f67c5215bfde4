import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  commonHeaders,
  hashInline,
  pagePolicy,
  previewPolicy,
} from '#server/http/security-headers.ts'

const block = (path: string, headers: Record<string, string>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')

/**
 * The `_headers` file for a static host: what this server sends itself, with the hashes of everything
 * that is written out in the given pages. Hosts join the headers of all paths that match, and two
 * policies would both apply, so each policy is tied to the addresses of its pages and never to `/*`.
 */
export function staticHostHeaders(pages: readonly string[]) {
  const hashes = pages.map(hashInline)
  const policy = pagePolicy({
    styles: [...new Set(hashes.flatMap(({ styles }) => styles))],
    scripts: [...new Set(hashes.flatMap(({ scripts }) => scripts))],
  })
  const page = {
    'Content-Security-Policy': policy,
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  }
  const pagePaths = [
    '/',
    '/index.html',
    '/prolific.html',
    '/app.html',
    '/practice/*',
    '/prolific/*',
    '/help',
    '/help/*',
  ]
  const blocks = [
    block('/*', commonHeaders),
    block('/assets/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    block('/config.json', { 'Cache-Control': 'no-store' }),
    block('/preview.html', {
      'Content-Security-Policy': previewPolicy(),
      'Cache-Control': 'no-store',
    }),
    ...pagePaths.map((path) => block(path, page)),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Rewrites `_headers` in a built client, so that its policy knows the pages as they were built. */
export function writeStaticHostHeaders(clientFolder: string) {
  const pages = readdirSync(clientFolder)
    .filter((name) => name.endsWith('.html') && name !== 'preview.html')
    .map((name) => readFileSync(join(clientFolder, name), 'utf8'))
  writeFileSync(join(clientFolder, '_headers'), staticHostHeaders(pages))
}
