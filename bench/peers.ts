import { once } from 'node:events'
import { Agent, createServer, request, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createPracticeBackend } from '#server/practice/backend.ts'

/*
 * Small servers that the product is measured with. Each runs in a process of its own and prints its
 * port, because two servers in one process would measure each other's event loop.
 */
export const peers: Record<string, (parameter: string) => Promise<void>> = {
  /** Stands in for the provider: reads the whole request and answers at once. */
  async upstream() {
    const answer = JSON.stringify({ id: '497f6eca-6276-4993-bfeb-53cbbbba6f08', name: 'A batch' })
    await listen((incoming, outgoing) => {
      incoming.resume()
      incoming.on('end', () => {
        outgoing.writeHead(201, { 'content-type': 'application/json' }).end(answer)
      })
    })
  },

  /** The least that a relay can do: node's own server and client, with streams between them. */
  async pipe(upstreamPort) {
    const agent = new Agent({ keepAlive: true })
    await listen((incoming, outgoing) => {
      const { method, url: path, headers } = incoming
      const onwards = request(
        { host: '127.0.0.1', port: upstreamPort, method, path, headers, agent },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      incoming.pipe(onwards)
    })
  },

  /** The practice API as the product runs it: what arrives together is committed together. */
  async grouped(folder) {
    await servePractice(folder, setImmediate)
  },

  /** The same with a commit, and so a wait for the disk, for every single batch. */
  async single(folder) {
    await servePractice(folder, (commit) => commit())
  },
}

async function servePractice(folder: string, commitWhen: (commit: () => void) => void) {
  const { api } = createPracticeBackend({ path: join(folder, 'practice.db'), commitWhen })
  const server = serve({ fetch: api.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    console.log(port)
  })
  await once(server, 'close')
}

async function listen(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : address)
}
