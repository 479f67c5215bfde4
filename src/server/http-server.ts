import { createServer, type Server } from 'node:http'
import { nodeListener, refuseBroken, type App } from './node-listener.ts'

/** What is in flight at the end gets this long. */
const LAST_ORDERS_MS = 10_000

/** A Node server with limits against slow and endless requests, not listening yet. */
export function createHttpServer(app: App) {
  const listener = nodeListener(app)
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 10_000 },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  server.maxHeadersCount = 100
  server.maxConnections = 1000
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return
    const refusal = refuseBroken()
    const headers = [...refusal.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
    socket.end(
      `HTTP/1.1 400 Bad Request\r\n${headers}content-length: 0\r\nconnection: close\r\n\r\n`,
    )
  })
  return server
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
