import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { nodeListener, type App } from '#server/http/node-listener.ts'
import { portOf } from '#server/http/http-server.ts'

/** A server on a port of its own until the test ends; resolves to its address. */
export async function serveUntilTestEnds(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return `http://127.0.0.1:${portOf(server)}`
}

/** The same for an app that is a function of requests. */
export async function serveApp(app: App) {
  const listener = nodeListener(app, { overrideGlobalObjects: false })
  return serveUntilTestEnds((incoming, outgoing) => void listener(incoming, outgoing))
}
