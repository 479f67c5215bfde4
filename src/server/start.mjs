// `npm start`: builds the app, unless it was built from these very files, and serves it in this same
// process, so that signals reach the server on every system. When a live server has the data folder, its
// address is printed and nothing is built: a build would change files under a server that runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

if (existsSync('.env')) process.loadEnvFile('.env')
const folder = process.env.DATA_DIR?.trim() || './data'

async function runningAddress() {
  try {
    const { pid, address } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))
    process.kill(pid, 0)
    const secret = process.env.ACCESS_SECRET?.trim()
    const answer = await fetch(`${address}/config.json`, {
      headers: secret ? { 'x-access-secret': secret } : {},
      signal: AbortSignal.timeout(3000),
    })
    const { backends } = await answer.json()
    return Array.isArray(backends) ? address : undefined
  } catch {
    // No note, no such process or no answer of ours: nothing runs on this folder.
    return undefined
  }
}

/** What a build is made from, and what it comes to: its own two ends name all of its other files. */
const sources = [
  'src',
  'public',
  'docs',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const built = ['dist/client/index.html', 'dist/server/main.js']
const stamp = 'dist/built-from'

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** The SHA-256 of sources and build together: neither may have changed since. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of [...sources, ...built].flatMap(filesBelow)) {
    const content = readFileSync(path)
    hash.update(`${path}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}

const isBuilt = () =>
  built.every((path) => existsSync(path)) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === fingerprint()

function build() {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    stdio: 'inherit',
    // On Windows npm is a script, which only a shell can run.
    shell: process.platform === 'win32',
  })
  if (status === 0) writeFileSync(stamp, fingerprint())
  return status ?? 1
}

const address = await runningAddress()
if (address) {
  console.info(`Batch Composer is already running: ${address}`)
} else {
  const isReady = isBuilt()
  if (isReady) console.info('Nothing has changed since the last build, so nothing is built.')
  const status = isReady ? 0 : build()
  if (status === 0) await import(pathToFileURL('dist/server/main.js').href)
  else process.exitCode = status
}
