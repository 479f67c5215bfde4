// @vitest-environment node
import { once } from 'node:events'
import { request as requestByNode } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveApp, serveUntilTestEnds } from '#server/testing/http-fixture.ts'
import { createUpstream } from './upstream.ts'

const CANARY = 'canary-7f3c9d'
const base = '/prolific/api'
const batches = base + addressOf('createBatch')
const exampleBody = JSON.stringify(documentedExample)

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string }
type Answer = (outgoing: ServerResponse) => void

/** A provider that notes what reaches it and answers as the test says. */
async function startUpstream(
  answer: Answer = (outgoing) => outgoing.setHeader('content-type', 'application/json').end('{}'),
) {
  const seen: Seen[] = []
  const url = await serveUntilTestEnds((incoming, outgoing) => {
    void note(incoming, outgoing)
  })
  async function note(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = '', url: path = '', headers } = incoming
    seen.push({ method, url: path, headers, body: await text(incoming) })
    answer(outgoing)
  }
  return { seen, url }
}

async function openRelay(answer?: Answer) {
  const { seen, url } = await startUpstream(answer)
  const { app, request } = openApp({ prolificUrl: url, token: CANARY })
  return {
    seen,
    /** Puts the app on a port; the result asks for paths without the tidying that URL does to them. */
    listen: async () => {
      const { port } = new URL(await serveApp(app))
      const headers = { ...fromOurPage, host: '127.0.0.1:4173' }
      return async (path: string) => {
        const call = requestByNode({ host: '127.0.0.1', port, path, headers, agent: false }).end()
        await once(call, 'response')
      }
    },
    get: async (path: string) => request(path, { headers: fromOurPage }),
    post: async (path: string, body = exampleBody, headers: Record<string, string> = {}) =>
      request(path, { method: 'POST', body, headers: { ...fromOurPage, ...headers } }),
    patch: async (path: string, body: string) =>
      request(path, { method: 'PATCH', body, headers: { ...fromOurPage, 'idempotency-key': 'k' } }),
  }
}

async function sendOneByOne(outgoing: ServerResponse, chunks: readonly string[]) {
  for (const chunk of chunks) {
    await new Promise<void>((sent) => void outgoing.write(chunk, () => sent()))
  }
  outgoing.end()
}

const Refusal = z.object({
  error: z.object({ detail: z.string(), additional_information: z.string() }),
})
const informationOf = async (response: Response) =>
  Refusal.parse(await response.json()).error.additional_information

describe('what it passes on', () => {
  test('the body byte for byte, once, with the token of the server and no header of the caller', async () => {
    const { seen, post } = await openRelay()
    const body = ` {"name" : "a\\u0000😀 <p>&nbsp;",\n"x":1e2} `
    const response = await post(batches, body, {
      cookie: 'a=b',
      referer: 'http://127.0.0.1:4173/',
      'x-forwarded-for': '1.2.3.4',
      'x-other': 'y',
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'idempotency-key': 'k-1',
    })
    expect(response.status).toBe(200)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ method: 'POST', url: `/api${addressOf('createBatch')}`, body })
    const { host, connection, 'content-length': length, ...headers } = seen[0]?.headers ?? {}
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(connection).toBe('keep-alive')
    expect(Number(length)).toBe(Buffer.byteLength(body))
    expect(headers).toEqual({
      accept: 'application/json',
      authorization: `Token ${CANARY}`,
      'content-type': 'application/json',
      'idempotency-key': 'k-1',
      'user-agent': 'batch-composer',
    })
  })

  test.each([
    [`${batches}?workspace_id=a&b=c&workspace_id=d`, `${addressOf('createBatch')}?workspace_id=a`],
    [
      `${batches}?workspace_id=${encodeURIComponent('a&x=1#/../')}`,
      `${addressOf('createBatch')}?workspace_id=a%26x%3D1%23%2F..%2F`,
    ],
    [
      `${base}/v1/workspaces/?limit=1&offset=2&admin=1`,
      `${addressOf('listWorkspaces')}?limit=1&offset=2`,
    ],
    [`${base}/v1/users/me?token=x`, addressOf('readMe')],
    [`${batches}/0192-ab/status/?x=1`, addressOf('readBatchStatus', { id: '0192-ab' })],
  ])('of %s nothing but what the route takes', async (asked, forwarded) => {
    const { seen, get } = await openRelay()
    expect((await get(asked)).status).toBe(200)
    expect(seen.map(({ url }) => url)).toEqual([`/api${forwarded}`])
  })

  test('a change of a batch as a change, byte for byte', async () => {
    const { seen, patch } = await openRelay()
    const body = ` {"task_details" : "é <p>&nbsp;"} `
    expect((await patch(`${batches}/0192-ab/?x=1`, body)).status).toBe(200)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'PATCH',
      url: `/api${addressOf('readBatch', { id: '0192-ab' })}`,
      body,
      headers: { 'idempotency-key': 'k', authorization: `Token ${CANARY}` },
    })
  })

  test('of the answer status, body and four headers', async () => {
    const { get } = await openRelay((outgoing) => {
      outgoing.writeHead(429, {
        'content-type': 'text/html',
        'retry-after': '7',
        'x-request-id': 'r1',
        'set-cookie': 'a=b',
        'access-control-allow-origin': '*',
        'content-security-policy': 'none-of-yours',
        location: 'https://evil.example',
        server: 'x',
      })
      outgoing.end('<h1>Busy</h1>')
    })
    const response = await get(batches)
    expect(response.status).toBe(429)
    expect(await response.text()).toBe('<h1>Busy</h1>')
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      'content-type': 'text/html',
      'retry-after': '7',
      'x-request-id': 'r1',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
    for (const name of ['set-cookie', 'access-control-allow-origin', 'location', 'server']) {
      expect(headers).not.toHaveProperty(name)
    }
  })
})

describe('addresses outside the table', () => {
  const up = ['..', '%2e%2e', '.%2e', '%2E.', '%252e%252e', '..;', '..%00', '%c0%ae%c0%ae', '．．']
  const slashes = ['/', '%2f', '%5c', '\\', '//', '%252f']
  const climbing = up.flatMap((dots) =>
    slashes.map((slash) => `${batches}/${[dots, dots, 'users', 'me'].join(slash)}`),
  )
  const others = [
    `${base}/v1/studies/`,
    `${base}/v1/users/me/../../studies/`,
    `${base}/v1/data-collection/batches/x/export`,
    `${base}/v1/data-collection/batches/x/setup/../../y`,
    `${base}/v1/data-collection/datasets`,
    `${base}/v2/users/me/`,
    `${base}//v1/users/me/`,
    `${base}/https://evil.example/`,
    `${base}//evil.example/v1/users/me/`,
    `${base}/@evil.example/v1/users/me/`,
    `${base}/v1/users/me@evil.example`,
    `${base}/v1/users/me%3f`,
    `${base}/v1/users/me;x=1`,
    `${base}/v1/users/me%0d%0aHost:%20evil.example`,
    `${base}/V1/users/me/`,
    `${batches}/a b`,
    `${batches}/%00`,
    `${batches}/é`,
    `${batches}/${'a'.repeat(65)}`,
    `${batches}/a.json`,
    `${batches}/a%3Fx=1`,
    `${batches}/a%23`,
    `${batches}/_`,
  ]
  const table =
    /^\/api\/v1\/(data-collection\/batches(\?workspace_id=[^/]*|\/[A-Za-z0-9-]{1,64}(\/status)?)?|workspaces\/|users\/me\/)$/

  test('70 and more ways out lead to no other path and no other host', async () => {
    const { seen, get, listen } = await openRelay()
    const getRaw = await listen()
    const payloads = [...climbing, ...others]
    expect(payloads.length).toBeGreaterThan(70)
    for (const path of payloads) {
      expect([200, 404, 405]).toContain((await get(path)).status)
      if (/^[\x21-\x7e]+$/.test(path)) await getRaw(path)
    }
    // What a browser would have resolved to another route of the table may go there, and only there.
    for (const { url, headers } of seen) {
      expect(url).toMatch(table)
      expect(headers.host).toMatch(/^127\.0\.0\.1:\d+$/)
    }
  }, 60_000)

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('nor does the method %s', async (method) => {
    const { seen, url } = await startUpstream()
    const { request } = openApp({ prolificUrl: url, token: CANARY })
    const one = method === 'PATCH' ? `${batches}/x/status` : `${batches}/x`
    for (const path of [batches, one, `${base}/v1/users/me/`]) {
      expect((await request(path, { method, headers: fromOurPage })).status).toBe(405)
    }
    expect(seen).toEqual([])
  })
})

describe('when the provider does not answer well', () => {
  test.each([301, 302, 303, 307, 308])('a redirect with %s is not followed', async (status) => {
    const target = await startUpstream()
    const { seen, post } = await openRelay((outgoing) => {
      outgoing.writeHead(status, { location: `${target.url}/api/v1/users/me/` }).end()
    })
    const response = await post(batches)
    expect(response.status).toBe(502)
    expect(await informationOf(response)).toBe('outcome-unknown')
    expect(seen).toHaveLength(1)
    expect(target.seen).toEqual([])
  })

  test.each<[string, Answer]>([
    ['drops the connection', (outgoing) => outgoing.socket?.destroy()],
    [
      'drops it in the middle of the answer',
      (outgoing) => {
        outgoing.writeHead(201, { 'content-length': '100' })
        outgoing.write('{"id"', () => outgoing.socket?.destroy())
      },
    ],
    [
      'answers with more than 4 MB',
      (outgoing) => {
        const chunk = Buffer.alloc(64 * 1024, ' ')
        const more = () => {
          while (!outgoing.destroyed && outgoing.write(chunk));
        }
        outgoing.writeHead(201).on('drain', more)
        more()
      },
    ],
    [
      'compresses without being asked',
      (outgoing) => outgoing.setHeader('content-encoding', 'gzip').end('{}'),
    ],
    ['repeats the token', (outgoing) => outgoing.end(`{"error":"Token ${CANARY} is bad"}`)],
    ['answers with what is not HTTP', (outgoing) => outgoing.socket?.end('HELLO\r\n\r\n')],
  ])('502 and never a second try when it %s', async (_case, answer) => {
    const { seen, post } = await openRelay(answer)
    const response = await post(batches)
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toBe('application/json')
    const body = await response.text()
    expect(body).toContain('"additional_information":"outcome-unknown"')
    expect(body).not.toContain(CANARY)
    expect(seen).toHaveLength(1)
  })

  test.each<[string, string[]]>([
    ['across two chunks', [`{"a":"${CANARY.slice(0, 5)}`, `${CANARY.slice(5)}"}`]],
    ['as escapes of JSON, cut in one', ['{"a":"\\u0063\\u00', '61\\u006Eary-7f3c9d"}']],
    ['in percent signs', [`/x?t=%${Buffer.from(CANARY).toString('hex').match(/../g)?.join('%')}`]],
    ['in percent signs twice', [`%2563anary%252D7f3c9d`]],
    ...[0, 1, 2].map((offset): [string, string[]] => {
      const base64 = Buffer.from(`${'x'.repeat(offset)}${CANARY}: bad`).toString('base64')
      return [`in base64 at offset ${offset}`, [base64.slice(0, 9), base64.slice(9)]]
    }),
  ])('an answer with the token %s is withheld', async (_how, chunks) => {
    const { post } = await openRelay((outgoing) => {
      outgoing.writeHead(400, { 'content-type': 'text/plain' })
      void sendOneByOne(outgoing, chunks)
    })
    const response = await post(batches)
    expect(response.status).toBe(502)
    expect(await response.text()).toContain('The answer repeats the token and is withheld.')
  })

  test('a header with the encoded token is left out', async () => {
    const { get } = await openRelay((outgoing) => {
      outgoing.setHeader('x-request-id', Buffer.from(`id:${CANARY}`).toString('base64')).end('{}')
    })
    const response = await get(batches)
    expect(response.status).toBe(200)
    // Where the provider names none, the server gives the request an id of its own.
    expect(response.headers.get('x-request-id') ?? '').not.toMatch(/=|canary/)
  })

  test('an answer of 4 MB passes', async () => {
    const body = 'x'.repeat(4 * 1024 * 1024)
    const { get } = await openRelay((outgoing) => outgoing.end(body))
    const response = await get(batches)
    expect(response.status).toBe(200)
    expect(await response.text()).toHaveLength(body.length)
  })

  test('504 when it takes too long, before its headers and after', async () => {
    for (const begin of [false, true]) {
      const { url } = await startUpstream((outgoing) => {
        if (begin) outgoing.writeHead(200).write('{')
      })
      const upstream = createUpstream({ url, totalMs: 50 })
      onTestFinished(upstream.close)
      const address = addressOf('readMe')
      const common = { token: CANARY, accept: '*/*', body: undefined, idempotencyKey: undefined }
      expect(await upstream.send({ method: 'GET', address, ...common })).toMatchObject({
        kind: 'too-late',
      })
    }
  })

  test('502 that says nothing was sent when it cannot be reached', async () => {
    const { request } = openApp({ prolificUrl: 'http://127.0.0.1:9', token: CANARY })
    const init = { method: 'POST', body: exampleBody, headers: fromOurPage }
    const response = await request(batches, init)
    expect(response.status).toBe(502)
    expect(await informationOf(response)).toBe('not-sent')
  })

  test('401 that says to connect when there is no token', async () => {
    const { request } = openApp()
    const response = await request(batches, { headers: fromOurPage })
    expect(response.status).toBe(401)
    expect(await informationOf(response)).toBe('not-connected')
  })
})

test('a body above a megabyte reaches nobody, declared or streamed', async () => {
  const { seen, url } = await startUpstream()
  const { request } = openApp({ prolificUrl: url, token: CANARY })
  const large = `"${'x'.repeat(MAX_BODY_BYTES - 1)}"`
  const declared = { ...fromOurPage, 'content-length': String(large.length) }
  const init = { method: 'POST', headers: declared, body: large }
  expect((await request(batches, init)).status).toBe(413)
  const streamed: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: fromOurPage,
    body: new Blob([large]).stream(),
    duplex: 'half',
  }
  expect((await request(batches, streamed)).status).toBe(413)
  expect(seen).toEqual([])
})

test('the token is in no log line, header or body, whatever goes wrong', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const answers: Answer[] = [
    (outgoing) => outgoing.end('{}'),
    (outgoing) => outgoing.setHeader('x-request-id', `t-${CANARY}`).end('{}'),
    (outgoing) => outgoing.writeHead(401).end(`Token ${CANARY}`),
    (outgoing) => outgoing.writeHead(302, { location: `https://x.example/${CANARY}` }).end(),
    (outgoing) => outgoing.socket?.destroy(),
  ]
  let seen = ''
  for (const answer of answers) {
    const { url } = await startUpstream(answer)
    const { request } = openApp({ prolificUrl: url, token: CANARY, logs: true })
    const paths = [batches, `${batches}/${CANARY}`, `${base}/v1/${CANARY}`, '/config.json']
    for (const path of paths) {
      const response = await request(path, { headers: fromOurPage })
      seen += JSON.stringify([...response.headers]) + (await response.text())
    }
  }
  await new Promise((turn) => setImmediate(turn))
  const logged = written.mock.calls.map(([line]) => String(line)).join('')
  written.mockRestore()
  expect(logged.trim().split('\n')).toHaveLength(15)
  expect(logged).toContain(`"route":"${batches}"`)
  expect(logged + seen).not.toContain(CANARY)
})
