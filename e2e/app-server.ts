import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type AppServer = Awaited<ReturnType<typeof startApp>>

/**
 * Starts the built app on a free port with a data folder of its own, so that tests share nothing.
 * `env` adds to the server's environment; `dataDir` and `port` continue what another server left.
 * Resolves once the server has printed its address; rejects with its output when it exits instead.
 */
export async function startApp(
  start: { env?: Record<string, string>; dataDir?: string; port?: number } = {},
) {
  const dataDir = start.dataDir ?? (await mkdtemp(join(tmpdir(), 'batch-composer-')))
  const port = start.port ?? (await freePort())
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    // The empty token keeps a developer's own .env out: no test may ever reach the real Prolific.
    env: {
      ...process.env,
      PROLIFIC_TOKEN: '',
      ...start.env,
      PORT: String(port),
      DATA_DIR: dataDir,
    },
  })
  let output = ''
  const exited = once(server, 'exit')
  const url = `http://127.0.0.1:${port}`
  await new Promise<void>((listening, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes(url)) listening()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('exit', (code) => failed(new Error(`The server exited with ${code}:\n${output}`)))
  })

  return {
    url,
    port,
    dataDir,
    /** All that the server has written to its log so far. */
    output: () => output,
    /** Asks the server to finish; resolves to its exit code. */
    async stop() {
      server.kill('SIGTERM')
      await exited
      return server.exitCode
    },
    /** Ends the server as a power cut would. */
    async kill() {
      server.kill('SIGKILL')
      await exited
    },
    /** Stops the server if it still runs and throws its data away. */
    async discard() {
      if (server.exitCode === null && server.signalCode === null) await this.kill()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}
