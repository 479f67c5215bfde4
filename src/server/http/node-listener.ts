import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { refuse, DroppedConnection } from './answers.ts'
import type { Connection } from './attempts.ts'
import { apiPolicy, commonHeaders } from './security-headers.ts'

export type App = {
  fetch: (request: Request, connection: Connection) => Response | Promise<Response>
}

/** A refusal of a request that is too broken to reach the app, with the headers of any other answer. */
export function refuseBroken(status = 400, detail = 'The request could not be read.') {
  return refuse(status, 'Bad request', detail, {
    headers: {
      ...commonHeaders,
      'content-security-policy': apiPolicy,
      'cache-control': 'no-store',
    },
  })
}

const connectionFrom = (remoteAddress: string | undefined): Connection =>
  remoteAddress === undefined ? {} : { remoteAddress }

/** Puts the app behind Node's HTTP. A dropped connection is played by destroying the socket. */
export function nodeListener(app: App, { overrideGlobalObjects = true } = {}) {
  return getRequestListener(
    async (request, { incoming }) => {
      try {
        return await app.fetch(request, connectionFrom(incoming.socket?.remoteAddress))
      } catch (error) {
        if (!(error instanceof DroppedConnection)) throw error
        incoming.socket?.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    { overrideGlobalObjects, errorHandler: () => refuseBroken() },
  )
}
