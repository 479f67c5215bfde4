// Run by `npm start` before anything is built: a build would change files under a server that runs.
// Ends with 1, after printing the address, when a live server has the data folder; otherwise with 0.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

if (existsSync('.env')) process.loadEnvFile('.env')
const folder = process.env.DATA_DIR?.trim() || './data'

async function runningAddress() {
  try {
    const { pid, address } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))
    process.kill(pid, 0)
    const answer = await fetch(`${address}/config.json`, { signal: AbortSignal.timeout(3000) })
    const { backends } = await answer.json()
    return Array.isArray(backends) ? address : undefined
  } catch {
    // No note, no such process or no answer of ours: nothing runs on this folder.
    return undefined
  }
}

const address = await runningAddress()
if (address) {
  console.info(`Batch Composer is running already: ${address}`)
  process.exitCode = 1
}
