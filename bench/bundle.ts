import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const CLIENT = 'dist/client'
const ASSETS = join(CLIENT, 'assets')

/**
 * Kilobytes (of 1024 bytes, as tools print them) of gzipped JavaScript in the built app: what the form's page asks for by
 * itself, with everything those files import, and all there is.
 */
export function bundleSizes() {
  const html = readFileSync(join(CLIENT, 'index.html'), 'utf8')
  const asked = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].flatMap(
    ([, file]) => file ?? [],
  )
  const initial = new Set<string>()
  const visit = (file: string) => {
    if (initial.has(file)) return
    initial.add(file)
    const code = readFileSync(join(ASSETS, file), 'utf8')
    // `import(…)` has a bracket before its address, so only static imports match.
    for (const [, imported] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (imported) visit(imported)
    }
  }
  for (const file of asked) visit(file)
  const all = readdirSync(ASSETS).filter((file) => file.endsWith('.js'))
  return { initial: kilobytes([...initial]), total: kilobytes(all) }
}

function kilobytes(files: readonly string[]) {
  const bytes = files.map((file) => gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length)
  return bytes.reduce((sum, size) => sum + size, 0) / 1024
}
