import {
  STATUS_CODES,
  createServer,
  type Server,
  type ServerResponse,
  type IncomingMessage,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { takesFile } from './guard.ts'
import { nodeListener, refuseBroken, type App } from './node-listener.ts'

/** More than any browser or gateway sends. Node would leave out what is beyond its own limit unsaid. */
const MOST_HEADER_LINES = 100

/** What is in flight at the end gets this long. */
const LAST_ORDERS_MS = 10_000

/** How long the file of a dataset may take to arrive. Whoever reads it hangs up when nothing comes. */
const UPLOAD_MS = 60 * 60_000

/** How long a request may take to arrive, and how often that is looked at, in milliseconds. */
const usualLimits = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
}

/** A Node server with limits against slow and endless requests, not listening yet. */
export function createHttpServer(app: App, limits = usualLimits) {
  const listener = nodeListener(app)
  const server = createServer(
    {
      ...limits,
      // Node knows one limit for all requests: the usual one is held to below.
      requestTimeout: UPLOAD_MS,
      keepAliveTimeout: 10_000,
      // Node's own refusal has no headers of ours; the listener refuses it as well.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      const refusal = refuseUnfit(incoming)
      if (!takesFile(incoming.url ?? '')) endAfter(limits.requestTimeout, incoming, server)
      void (refusal ? answerUnfit(refusal, outgoing) : listener(incoming, outgoing))
    },
  )
  // Node would leave out what is beyond, and the app would not know: refused above instead.
  server.maxHeadersCount = 0
  server.maxConnections = 1000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    void answerBroken(refuseBroken(unreadable[error.code ?? '']), socket)
  })
  return server
}

/** Gives up on a request whose body has not arrived in time, as Node does by its own limit. */
function endAfter(ms: number, incoming: IncomingMessage, server: Server) {
  const { headers } = incoming
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const timer = setTimeout(() => {
    const error = Object.assign(new Error('Late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    if (!incoming.complete) server.emit('clientError', error, incoming.socket)
  }, ms)
  for (const end of ['end', 'close'] as const) incoming.once(end, () => clearTimeout(timer))
}

/** What Node calls a request that it gave up on, and the status for it; 400 for all else. */
const unreadable: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

async function answerUnfit(refusal: Response, outgoing: ServerResponse) {
  const body = await refusal.text()
  const headers = { ...Object.fromEntries(refusal.headers), connection: 'close' }
  outgoing.writeHead(refusal.status, headers).end(body)
}

/** Writes the refusal by hand and hangs up: there is no request that the app could answer. */
async function answerBroken(refusal: Response, socket: Duplex) {
  const { status } = refusal
  const body = await refusal.text()
  const headers = [...refusal.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  if (!socket.writable) return
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** The port that a server listens on; undefined before it does. */
export function portOf(server: Pick<Server, 'address'>) {
  const address = server.address()
  return typeof address === 'object' ? address?.port : undefined
}

/** Starts to listen; the system chooses the port for 0. Rejects when the port is taken. */
export async function listen(server: Server, port: number, host: string) {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      listening()
    })
  })
}

/** Takes no new connection, waits for what is in flight (ten seconds at most) and closes. */
export async function shutDown(server: Server, lastOrdersMs = LAST_ORDERS_MS) {
  const closed = new Promise<void>((done) => void server.close(() => done()))
  // Connections that are kept alive become idle one by one as their last answers go out.
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  const late = setTimeout(() => server.closeAllConnections(), lastOrdersMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

/**
 * The refusal of a request that would not reach the app as it was sent: one whose target is not the path
 * alone, so that it could name another server than its Host does, and one with too many header lines.
 * Undefined for every other.
 */
function refuseUnfit({ url = '', rawHeaders }: IncomingMessage) {
  if (!url.startsWith('/')) {
    return refuseBroken(
      400,
      'Ask for the path alone, such as /config.json, not for a whole address.',
    )
  }
  // Names and values take turns.
  return rawHeaders.length / 2 > MOST_HEADER_LINES
    ? refuseBroken(431, `A request may have ${MOST_HEADER_LINES} header lines at most.`)
    : undefined
}
