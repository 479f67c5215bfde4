import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * A stand-in for Prolific that takes one token, refuses every other and is careless with both: its
 * refusals and its failures repeat whatever was sent. What it takes goes to a practice API.
 */
export async function startStrictProvider(practiceUrl: string, token: string) {
  const provider = { mood: 'well' as 'well' | 'refusing' | 'broken' }
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = 'GET', url = '', headers } = incoming
    const sent = headers.authorization ?? ''
    const body = await text(incoming)
    outgoing.setHeader('x-request-id', sent)
    const refused = provider.mood === 'refusing' || sent !== `Token ${token}`
    if (refused || provider.mood === 'broken') {
      outgoing.writeHead(refused ? 401 : 500).end(`<p>${sent} ${token} made this fail`)
      return
    }
    const answered = await fetch(`${practiceUrl}/practice${url}`, {
      method,
      headers: { authorization: 'Token practice', 'content-type': 'application/json' },
      ...(method !== 'GET' && { body }),
    })
    outgoing.writeHead(answered.status, { 'content-type': 'application/json' })
    outgoing.end(await answered.text())
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return Object.assign(provider, {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
}
