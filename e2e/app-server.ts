import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Start = {
  /** Added to the server's environment. */
  env?: Record<string, string>
  /** The data folder that another server left. */
  dataDir?: string
  /** Any free one by default. */
  port?: number
}

export type AppServer = Awaited<ReturnType<typeof startApp>>

/**
 * Starts the built app with a data folder of its own, so that tests share nothing. Set-up takes one
 * second. Resolves once the server has printed its address; rejects with its output when it ends first.
 */
export async function startApp({ env, dataDir, port = 0 }: Start = {}) {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'batch-composer-')))
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      // An empty token keeps a developer's own .env out: no test may ever reach the real Prolific.
      PROLIFIC_TOKEN: '',
      PRACTICE_SETUP_SECONDS: '1',
      ...env,
      PORT: String(port),
      DATA_DIR: folder,
    },
  })
  let output = ''
  const exited = once(server, 'exit')
  const url = await new Promise<string>((listening, failed) => {
    server.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    server.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? []
      if (address) listening(address)
    })
    server.once('exit', (code) => failed(new Error(`The server exited with ${code}:\n${output}`)))
  })

  return {
    url,
    port: Number(new URL(url).port),
    dataDir: folder,
    /** All that the server has written so far. */
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
    /** Ends the server, if it still runs, and throws its data away. */
    async discard() {
      if (server.exitCode === null && server.signalCode === null) await this.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
