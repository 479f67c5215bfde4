import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const CLIENT = 'dist/client'
const ASSETS = join(CLIENT, 'assets')

/** The chunk that brings the HTML view, which few people open. */
const HTML_VIEW = /^HtmlView-/

// The same for `from "…"`, `import "…"` and, with a bracket, `import("…")`.
const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g
const ANY = /(?:\bfrom|\bimport)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g

/**
 * Kilobytes (of 1,000 bytes) of JavaScript in the built app, gzipped: what the form's page asks for by
 * itself, all that its modules can load without opening the HTML view, and all there is, workers
 * included; `raw` is the last before it is compressed.
 */
export function bundleSizes() {
  const html = readFileSync(join(CLIENT, 'index.html'), 'utf8')
  const asked = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].flatMap(
    ([, file]) => file ?? [],
  )
  return {
    initial: kilobytes(reachable(asked, STATIC)),
    withoutHtmlView: kilobytes(reachable(asked, ANY, HTML_VIEW)),
    total: kilobytes(everything()),
    raw: kilobytes(everything(), (bytes) => bytes.length),
  }
}

function reachable(from: readonly string[], imports: RegExp, except?: RegExp) {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || except?.test(file)) return
    found.add(file)
    for (const [, imported] of readFileSync(join(ASSETS, file), 'utf8').matchAll(imports)) {
      if (imported) visit(imported)
    }
  }
  for (const file of from) visit(file)
  return [...found]
}

/** No module imports a worker, so that only the folder knows them all. */
const everything = () => readdirSync(ASSETS).filter((name) => name.endsWith('.js'))

const gzipped = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length

function kilobytes(files: readonly string[], sizeOf = gzipped) {
  const sizes = files.map((file) => sizeOf(readFileSync(join(ASSETS, file))))
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
