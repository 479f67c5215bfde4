// @vitest-environment node
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { createApp } from '#server/app.ts'
import { hostsOf } from './guard.ts'
import { createHttpServer, listen, portOf } from './http-server.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'

const practice = '/practice/api/v1/data-collection/batches'
const prolific = '/prolific/api/v1/data-collection/batches'
const body = JSON.stringify(documentedExample)
const json = { 'content-type': 'application/json' }

/** A provider that counts what reaches it. */
async function countingUpstream() {
  const seen: string[] = []
  const url = await serveUntilTestEnds((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url}`)
    outgoing.setHeader('content-type', 'application/json').end('{"results":[]}')
  })
  return { seen, url }
}

async function openBoth() {
  const upstream = await countingUpstream()
  const app = openApp({ prolificUrl: upstream.url, token: 'of-the-server' })
  const created = () => app.practice.store.batchesOf(documentedExample.workspace_id).length
  return { ...app, seen: upstream.seen, created }
}

describe('pages of other origins', () => {
  const origins = {
    'another site': ['https://evil.example', 'cross-site'],
    'another port of this machine': ['http://127.0.0.1:5500', 'same-site'],
    'a page without an origin': ['null', 'cross-site'],
  } as const
  const kinds: Record<string, [string, RequestInit, Record<string, string>]> = {
    'reading practice': [practice, {}, { 'sec-fetch-mode': 'cors' }],
    'creating in practice': [
      practice,
      { method: 'POST', body },
      { ...json, authorization: 'Token x', 'sec-fetch-mode': 'cors' },
    ],
    'changing in practice': [
      `${practice}/x`,
      { method: 'PATCH', body },
      { ...json, authorization: 'Token x', 'sec-fetch-mode': 'cors' },
    ],
    'changing in Prolific': [
      `${prolific}/x`,
      { method: 'PATCH', body },
      { ...json, 'x-app-request': '1', 'sec-fetch-mode': 'cors' },
    ],
    'creating in practice without asking first': [
      practice,
      { method: 'POST', body },
      { 'content-type': 'text/plain', 'sec-fetch-mode': 'no-cors' },
    ],
    'posting a form to practice': [
      practice,
      { method: 'POST', body: 'name=x' },
      { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-mode': 'navigate' },
    ],
    'sending a beacon to Prolific': [
      prolific,
      { method: 'POST', body },
      { 'content-type': 'text/plain;charset=UTF-8', 'sec-fetch-mode': 'no-cors' },
    ],
    'creating in Prolific': [
      prolific,
      { method: 'POST', body },
      { ...json, 'x-app-request': '1', 'sec-fetch-mode': 'cors' },
    ],
    'reading Prolific': [prolific, {}, { 'x-app-request': '1', 'sec-fetch-mode': 'cors' }],
    'asking for permission': [
      prolific,
      { method: 'OPTIONS' },
      { 'access-control-request-method': 'POST', 'sec-fetch-mode': 'cors' },
    ],
  }
  const matrix = Object.entries(origins).flatMap(([who, [origin, site]]) =>
    Object.entries(kinds).map(
      ([what, [path, init, headers]]) =>
        [who, what, path, init, { origin, 'sec-fetch-site': site, ...headers }] as const,
    ),
  )

  test.each(matrix)('%s is refused when %s', async (_who, _what, path, init, headers) => {
    const { request, seen, created } = await openBoth()
    const response = await request(path, { ...init, headers })
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect([seen, created()]).toEqual([[], 0])
  })

  test.each(matrix)(
    '%s is refused when %s, also by an engine that sends only one of the two headers',
    async (_who, _what, path, init, { origin, 'sec-fetch-site': site, ...headers }) => {
      const { request } = await openBoth()
      for (const one of [{ origin }, { 'sec-fetch-site': site }]) {
        const response = await request(path, { ...init, headers: { ...headers, ...one } })
        expect(response.status).toBe(403)
      }
    },
  )

  test.each(['/app.js', '/config.json', '/preview.html', '/practice/batches'])(
    'may not embed or fetch %s',
    async (path) => {
      const { request } = openApp()
      for (const dest of ['script', 'iframe', 'empty', 'image']) {
        const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
        const response = await request(path, { headers: { ...headers, 'sec-fetch-dest': dest } })
        expect(response.status).toBe(403)
      }
    },
  )

  test.each(['iframe', 'frame', 'embed', 'object', 'fencedframe'])(
    'may not show a page in its %s, for which browsers navigate as for a link',
    async (dest) => {
      const { request } = openApp()
      for (const site of ['cross-site', 'same-site']) {
        const headers = {
          'sec-fetch-site': site,
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': dest,
        }
        expect((await request('/practice/batches/x', { headers })).status).toBe(403)
      }
    },
  )

  test('may link to a page, never to an API', async () => {
    const { request } = openApp()
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    // 404 because this server has no built pages: the guard has let it through.
    expect((await request('/practice/batches/x', { headers })).status).toBe(404)
    expect((await request('/practice/api/v1/workspaces/', { headers })).status).toBe(403)
    expect((await request('/practice/batches/x', { method: 'POST', headers })).status).toBe(403)
  })
})

describe('what somebody typed, or opened from a bookmark', () => {
  const typed = {
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  }

  test('opens pages and files', async () => {
    const { request } = openApp()
    expect((await request('/config.json', { headers: typed })).status).toBe(200)
    // 404 because this server has no built files: the guard has let it through.
    for (const path of ['/practice/batches/x', '/draft-file.schema.json']) {
      expect((await request(path, { headers: typed })).status).toBe(404)
    }
  })

  test('changes nothing', async () => {
    const { request, created, seen } = await openBoth()
    for (const path of [practice, prolific]) {
      const headers = { ...typed, ...json, 'x-app-request': '1', authorization: 'Token x' }
      expect((await request(path, { method: 'POST', body, headers })).status).toBe(403)
    }
    expect([created(), seen]).toEqual([0, []])
  })
})

describe('names', () => {
  test.each(['evil.example', '127.0.0.1:4174', 'localhost', '127.0.0.1.evil.example:4173', ''])(
    'a Host of "%s" is refused everywhere',
    async (host) => {
      const { request } = openApp()
      for (const path of ['/', '/config.json', practice, '/assets/x.js']) {
        const headers = { host, authorization: 'Token x' }
        expect((await request(path, { headers })).status).toBe(403)
      }
    },
  )

  test.each(['127.0.0.1:4173', 'localhost:4173', 'LOCALHOST:4173', '[::1]:4173'])(
    'a Host of %s is this server',
    async (host) => {
      const { request } = openApp()
      expect((await request('/config.json', { headers: { host } })).status).toBe(200)
    },
  )

  test('names of a gateway are known when they are configured, and no port is known before', () => {
    const knowsHost = hostsOf(() => undefined, ['batches.lab.example'])
    expect(knowsHost('batches.lab.example')).toBe(true)
    expect(knowsHost('batches.lab.example.evil')).toBe(false)
    expect(knowsHost('127.0.0.1:undefined')).toBe(false)
    expect(hostsOf(() => 80)('localhost')).toBe(true)
  })

  test('a configured name is known with the port of this server, and with no other', () => {
    const knowsHost = hostsOf(() => 8787, ['batches.lab.example'])
    expect(knowsHost('batches.lab.example:8787')).toBe(true)
    expect(knowsHost('batches.lab.example:8788')).toBe(false)
  })
})

describe('callers', () => {
  const asPage = { method: 'POST', body, headers: fromOurPage }

  test('our own page creates in practice and in Prolific', async () => {
    const { request, seen, created } = await openBoth()
    expect((await request(practice, asPage)).status).toBe(201)
    expect(created()).toBe(1)
    expect((await request(prolific, asPage)).status).toBe(200)
    expect(seen).toEqual(['POST /api/v1/data-collection/batches'])
  })

  test('our own page changes a batch in Prolific, with JSON and nothing else', async () => {
    const { request, seen } = await openBoth()
    const one = `${prolific}/0192-ab`
    const asJson = { method: 'PATCH', body, headers: fromOurPage }
    expect((await request(one, asJson)).status).toBe(200)
    for (const type of ['text/plain', undefined]) {
      const { 'content-type': _json, ...headers } = fromOurPage
      const given = type ? { ...headers, 'content-type': type } : headers
      const bytes = new TextEncoder().encode(body)
      const answer = await request(one, { method: 'PATCH', body: bytes, headers: given })
      expect(answer.status).toBe(415)
    }
    expect(seen).toEqual(['PATCH /api/v1/data-collection/batches/0192-ab'])
  })

  test('a program with a token creates in practice', async () => {
    const { request } = openApp()
    // What Node's own fetch adds; curl and Python add nothing.
    const headers = { ...json, authorization: 'Token mine', 'sec-fetch-mode': 'cors' }
    expect((await request(practice, { method: 'POST', body, headers })).status).toBe(201)
  })

  test.each([
    ['no token', {}, 401],
    ['a malformed token', { authorization: 'Bearer x' }, 401],
    ['a text body', { authorization: 'Token x', 'content-type': 'text/plain' }, 415],
  ])('a program with %s does not get into practice', async (_case, headers, status) => {
    const { request, created } = await openBoth()
    const init = { method: 'POST', body, headers: { ...json, ...headers } }
    expect((await request(practice, init)).status).toBe(status)
    expect(created()).toBe(0)
  })

  test.each([
    ['with a token of its own', { ...fromOurPage, authorization: 'Token x' }],
    ['that says it is the page', { ...json, 'x-app-request': '1' }],
    ['without X-App-Request', { ...fromOurPage, 'x-app-request': undefined }],
    ['with nothing', json],
  ])('a program %s does not spend the token for Prolific', async (_case, given) => {
    const { request, seen } = await openBoth()
    const headers = Object.entries(given).filter((pair): pair is [string, string] => !!pair[1])
    expect((await request(prolific, { method: 'POST', body, headers })).status).toBe(403)
    expect((await request(prolific, { headers })).status).toBe(403)
    expect(seen).toEqual([])
  })
})

describe('over a socket', () => {
  async function send(raw: (host: string) => string) {
    const app = createApp({
      knowsHost: hostsOf(() => portOf(server)),
      practice: createPracticeBackend(),
      prolific: createRelay({ url: 'http://127.0.0.1:9', token: undefined }),
      journal: openJournal({ path: ':memory:' }),
    })
    const server = createHttpServer(app)
    await listen(server, 0, '127.0.0.1')
    onTestFinished(() => void server.close())
    const socket = connect(portOf(server) ?? 0, '127.0.0.1')
    await once(socket, 'connect')
    socket.end(raw(`127.0.0.1:${portOf(server)}`))
    return text(socket)
  }

  const post = (version: string, before = '') =>
    `POST ${before}${practice} HTTP/${version}\r\nContent-Type: application/json\r\n` +
    `Authorization: Token x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n`

  test.each<[string, (host: string) => string]>([
    ['HTTP/1.0 without a Host', () => 'GET /config.json HTTP/1.0\r\n\r\n'],
    ['HTTP/1.0 that creates without a Host', () => `${post('1.0')}\r\n${body}`],
    [
      'one that creates for another Host, written into its target',
      () => `${post('1.1', 'http://evil.example')}Host: evil.example\r\n\r\n${body}`,
    ],
    [
      'one that creates with two Hosts',
      (host) => `${post('1.1')}Host: ${host}\r\nHost: evil.example\r\n\r\n${body}`,
    ],
    [
      'one that creates with the right Host for the target of another',
      (host) =>
        `${post('1.1', 'http://evil.example')}Host: ${host}\r\nOrigin: http://evil.example\r\n\r\n${body}`,
    ],
    ['HTTP/1.1 without a Host', () => 'GET /config.json HTTP/1.1\r\nConnection: close\r\n\r\n'],
    [
      'two Hosts',
      (host) =>
        `GET /config.json HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ],
    [
      'two Hosts, the other first',
      (host) =>
        `GET /config.json HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ],
    ['what is not HTTP', () => 'HELLO\r\n\r\n'],
    [
      'headers without end',
      (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    ],
  ])('%s is refused in JSON, with the headers of any answer', async (_case, raw) => {
    const answer = await send(raw)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer.toLowerCase()).toContain('content-security-policy: sandbox')
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
    expect(answer).toContain('{"error":{')
  })

  test('the same with one right Host is answered', async () => {
    const answer = await send(
      (host) => `GET /config.json HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  })
})
