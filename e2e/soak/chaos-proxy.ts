import { once } from 'node:events'
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { buffer } from 'node:stream/consumers'

/** What becomes of a request that creates a batch, between the page and the server. */
export type Fault =
  /** It never gets to the server, and the connection breaks. */
  | 'drop-before'
  /** It is carried out, and the connection breaks instead of the answer. */
  | 'drop-after'
  /** The same, once: the browser's own repetition is let through. */
  | 'reset-once'
  /** It is carried out, and the answer is held back until `release`. */
  | 'hold'
  | '502-after'
  /** It is carried out, and half of the answer's JSON arrives as if it were all. */
  | 'truncated'

export type ChaosProxy = Awaited<ReturnType<typeof startChaosProxy>>

/**
 * A way to the server at `target` that breaks what creates batches as it is told to, and passes on
 * everything else. The server sees its own address as the host.
 */
export async function startChaosProxy(target: string) {
  const { host: targetHost, hostname, port } = new URL(target)
  let fault: Fault | null = null
  let creates: string[] = []
  let held: { go: () => void; outgoing: ServerResponse }[] = []

  const forward = async (incoming: IncomingMessage, body: Buffer) => {
    const { method, url, headers } = incoming
    const own = headers.host ?? ''
    const outgoing = httpRequest({
      hostname,
      port,
      method,
      path: url,
      headers: {
        ...headers,
        host: targetHost,
        ...(headers.origin && { origin: headers.origin.replace(own, targetHost) }),
      },
    })
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.on('response', resolve).on('error', reject)
    })
    outgoing.end(body)
    const answer = await answered
    return { answer, bytes: await allOf(answer) }
  }

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await allOf(incoming)
    const creating = incoming.method === 'POST' && (incoming.url ?? '').endsWith('/batches')
    const fate = creating ? fault : null
    if (creating) creates.push(String(incoming.headers['idempotency-key']))
    if (fate === 'drop-before') return void incoming.socket.resetAndDestroy()
    if (fate === 'reset-once') fault = null

    const { answer, bytes } = await forward(incoming, body)
    if (fate === 'drop-after' || fate === 'reset-once')
      return void incoming.socket.resetAndDestroy()
    if (fate === '502-after') {
      return void outgoing
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<h1>Bad gateway</h1>')
    }
    if (fate === 'hold') await new Promise<void>((go) => held.push({ go, outgoing }))
    const { 'transfer-encoding': _encoding, connection: _connection, ...headers } = answer.headers
    const sent = fate === 'truncated' ? bytes.subarray(0, bytes.length / 2) : bytes
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': sent.length })
    outgoing.end(sent)
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => incoming.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens at no port.')

  return {
    /** The server that it stands before. */
    target,
    url: `http://127.0.0.1:${address.port}`,
    breakCreates: (next: Fault | null) => {
      fault = next
    },
    /** How many requests to create something arrived since it was asked last. */
    creates: () => creates.length,
    /** The keys of the requests to create something since it was asked last, as they arrived. */
    takeCreates: () => {
      const seen = creates
      creates = []
      return seen
    },
    /** How many answers are held back that a browser still waits for. */
    waiting: () => held.filter(({ outgoing }) => !outgoing.closed).length,
    /** Lets the answers go that were held back. */
    release: () => {
      for (const { go } of held) go()
      held = []
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function allOf(message: IncomingMessage) {
  return buffer(message)
}
