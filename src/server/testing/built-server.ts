import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { build } from 'vite'

/** Builds the server as `npm run build` does, into a folder that finds the installed packages. */
export async function buildServer() {
  const folder = await mkdtemp(join('node_modules', '.server-for-tests-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/server/main.ts', outDir: join(folder, 'server'), copyPublicDir: false },
  })
  return {
    main: join(folder, 'server', 'main.js'),
    remove: async () => rm(folder, { recursive: true, force: true }),
  }
}

/** A data folder of its own until the test ends. */
export async function newDataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'batch-composer-'))
  onTestFinished(async () => rm(folder, { recursive: true, force: true }))
  return folder
}

type As = { uid?: number; gid?: number }

/** Runs a script of the server in a process of its own; whatever is left of it ends with the test. */
export function runNode(script: string, environment: Record<string, string>, as: As = {}) {
  const child = spawn(process.execPath, [script], {
    ...as,
    // An empty token keeps a developer's own .env out: no test may ever reach the real Prolific.
    env: { PATH: process.env['PATH'], LOG: 'none', PORT: '0', PROLIFIC_TOKEN: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(line))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString().trim()))
  const closed = once(child, 'close').then(([code, signal]: unknown[]) => ({ code, signal, said }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
  })
  return { child, lines, closed }
}

/** Starts the built server and resolves once it has printed its address. */
export async function startServer(main: string, environment: Record<string, string>) {
  const { child, lines, closed } = runNode(main, environment)
  const announced = once(lines, 'line').then(([line]: unknown[]) => String(line))
  const failed = closed.then(({ said }) => {
    throw new Error(`The server ended before it listened: ${said.join(' ')}`)
  })
  const address = (await Promise.race([announced, failed])).replace('Batch Composer: ', '')
  failed.catch(() => undefined)
  return { child, closed, address, api: `${address}/practice/api` }
}
