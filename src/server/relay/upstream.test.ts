// @vitest-environment node
import { once } from 'node:events'
import { createServer, get } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { addressOf } from '#contract/routes.ts'
import { portOf } from '#server/http/http-server.ts'
import { selfSigned } from '#server/testing/self-signed.ts'
import { createUpstream } from './upstream.ts'

test('a provider whose certificate nobody vouches for gets no request and no token', async () => {
  const seen: string[] = []
  const server = createServer(selfSigned, (incoming, outgoing) => {
    seen.push(incoming.headers.authorization ?? '')
    outgoing.end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `https://localhost:${portOf(server)}`
  const upstream = createUpstream({ url })
  onTestFinished(async () => {
    await upstream.close()
    server.close()
  })

  const result = await upstream.send({
    token: 'canary',
    method: 'POST',
    address: addressOf('createBatch'),
    body: new Uint8Array(),
    accept: '*/*',
    idempotencyKey: undefined,
  })
  expect(result).toEqual({
    kind: 'not-sent',
    reason: 'Could not connect (DEPTH_ZERO_SELF_SIGNED_CERT).',
  })
  expect(seen).toEqual([])

  // Whoever does vouch for it is answered, so it is the certificate that was refused.
  const call = get(url, { ca: selfSigned.cert, agent: false })
  await once(call, 'response')
  expect(seen).toEqual([''])
})
