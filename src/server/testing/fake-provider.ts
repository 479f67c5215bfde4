import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import * as z from 'zod/mini'
import { addressOf } from '#contract/routes.ts'
import { portOf } from '#server/http/http-server.ts'

const Named = z.object({ name: z.string() })

/** What the provider does between having created a batch and answering; resolves when it may answer. */
type Pause = (stage: 'asked' | 'created') => void | Promise<void>

/** A provider that creates a batch for every POST, whatever its key, and lists what it has. */
export async function startFakeProvider() {
  const created: { id: string; name: string; key: string | undefined }[] = []
  let pause: Pause | undefined
  let open = 0
  let onQuiet: (() => void) | undefined

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    outgoing.setHeader('content-type', 'application/json')
    if (incoming.method === 'GET') {
      outgoing.end(JSON.stringify({ results: created }))
      return
    }
    await pause?.('asked')
    const { name } = Named.parse(JSON.parse(await text(incoming)))
    const batch = {
      id: crypto.randomUUID(),
      name,
      key: String(incoming.headers['idempotency-key']),
    }
    created.push(batch)
    await pause?.('created')
    outgoing.writeHead(201).end(JSON.stringify(batch))
  }

  const server = createServer((incoming, outgoing) => {
    // A caller that dies in the middle of its body has asked for nothing.
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.on('connection', (socket) => {
    open += 1
    socket.on('close', () => {
      open -= 1
      if (open === 0) onQuiet?.()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    created,
    path: addressOf('createBatch'),
    /** From now on done at each stage of a create; nothing without it. */
    pauseWith: (next?: Pause) => {
      pause = next
    },
    /** Resolves when nobody is connected any more, so that nothing can still be on its way. */
    quiet: async () => {
      if (open > 0) await new Promise<void>((done) => (onQuiet = done))
    },
  }
}
