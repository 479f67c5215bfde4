// `npm start`: builds the app and serves it in this same process, so that signals reach the server on
// every system. When a live server has the data folder, its address is printed and nothing is built:
// a build would change files under a server that runs.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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

const address = await runningAddress()
if (address) {
  console.info(`Batch Composer is already running: ${address}`)
} else {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    stdio: 'inherit',
    // On Windows npm is a script, which only a shell can run.
    shell: process.platform === 'win32',
  })
  if (status === 0) await import(pathToFileURL('dist/server/main.js').href)
  else process.exitCode = status ?? 1
}
