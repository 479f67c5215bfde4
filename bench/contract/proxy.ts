import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** The last one that runs on Node 20. It is fetched when it is needed, and is no dependency. */
const PRISM = '@stoplight/prism-cli@5.14.2'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/**
 * Starts a proxy that passes calls on to another server and compares both sides with a document. What
 * it finds is in the header `sl-violations` of each answer. Throws when it does not start.
 */
export async function startProxy(document: string, upstream: string) {
  const port = String(await freePort())
  const options = ['proxy', document, upstream, '--port', port, '--host', '127.0.0.1']
  const child = spawn('npx', ['--yes', PRISM, ...options, '--verboseLevel', 'info'], {
    // A group of its own, so that what npx starts ends with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  await new Promise<void>((started, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Prism is listening')) started()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', failed)
    child.on('close', () => failed(new Error(`The proxy did not start:\n${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
    },
  }
}
