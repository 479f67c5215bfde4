import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { hashInline, pagePolicy, previewPolicy } from '#server/http/security-headers.ts'

type Encoding = 'br' | 'gzip'

/** A file of the built app, held in memory: a later build cannot change it under a running server. */
export type StaticFile = {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  etag: string
  /** Content-hashed by the build, so that its name changes with its bytes. */
  immutable: boolean
  /** For pages only: the policy for a request, which may name image hosts for the preview. */
  policy?: (imageHosts: readonly string[]) => string
  /** Compresses once, at the first request for that encoding. */
  encoded: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

const compressors = {
  br: async (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: async (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
}

const isText = (type: string) => /^text\/|json|javascript|svg/.test(type)

function policyOf(path: string, bytes: Uint8Array): StaticFile['policy'] {
  if (path === '/preview.html') return previewPolicy
  if (!path.endsWith('.html')) return undefined
  const policy = pagePolicy(hashInline(new TextDecoder().decode(bytes)))
  return () => policy
}

function readStaticFile(folder: string, path: string): StaticFile {
  const bytes = new Uint8Array(readFileSync(join(folder, path)))
  const type = types[extname(path)] ?? 'application/octet-stream'
  const policy = policyOf(path, bytes)
  const compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    bytes,
    type,
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    immutable: path.startsWith('/assets/'),
    ...(policy && { policy }),
    encoded: async (encoding) => {
      if (!isText(type)) return bytes
      const known = compressed.get(encoding)
      if (known) return known
      const made = compressors[encoding](bytes).then((buffer) => new Uint8Array(buffer))
      compressed.set(encoding, made)
      return made
    },
  }
}

/** Files that are for a static host and never for a browser. */
const notServed = new Set(['/_headers', '/_redirects', '/config.json'])

/** The built app's files by their address, `/assets/x.js`; none when the folder does not exist. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')}`,
      )
  } catch {
    return new Map()
  }
  const served = names.filter((name) => !notServed.has(name))
  return new Map(served.map((name) => [name, readStaticFile(folder, name)]))
}
