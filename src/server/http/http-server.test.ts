// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { Batch } from '#contract/answers.ts'
import { UploadAddress } from '#contract/dataset-requests.ts'
import { Dataset } from '#contract/dataset.ts'
import { addressOf } from '#contract/routes.ts'
import { createApp } from '#server/app.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { hostsOf } from './guard.ts'
import { createHttpServer, listen, portOf } from './http-server.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'
import { openSocket } from '#server/testing/raw-socket.ts'

const path = `/practice/api${addressOf('createBatch')}`
const limits = { requestTimeout: 600, headersTimeout: 300, connectionsCheckingInterval: 50 }

/** The server as it runs, less patient by as much as its limits say. */
async function openServer(given?: typeof limits) {
  const practice = createPracticeBackend()
  const app = createApp({
    knowsHost: hostsOf(() => portOf(server)),
    practice,
    prolific: createRelay({ url: 'http://127.0.0.1:9', token: undefined }),
    journal: openJournal({ path: ':memory:' }),
  })
  const server = createHttpServer(app, given)
  await listen(server, 0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const port = portOf(server) ?? 0
  const head = (...headers: string[]) =>
    [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Authorization: Token x',
      'Content-Type: application/json',
      ...headers,
    ].join('\r\n') + '\r\n'
  return {
    port,
    head,
    created: () => practice.store.batchesOf(documentedExample.workspace_id).length,
    /** Whether the server still does its work. */
    create: async () =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Token x' },
        body: JSON.stringify(documentedExample),
      }),
  }
}

test('headers that do not end in time are answered with 408', async () => {
  const { port, create } = await openServer(limits)
  const { socket, answer } = await openSocket(port)
  socket.write(`POST ${path} HTTP/1.1\r\nHost: 127`)
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /)
  expect((await create()).status).toBe(201)
})

test('a body that does not end in time is answered with 408, and nothing comes of it', async () => {
  const { port, head, created } = await openServer(limits)
  const { socket, answer } = await openSocket(port)
  socket.write(`${head('Content-Length: 1000')}\r\n{"name":`)
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(created()).toBe(0)
})

test('the file of a dataset may take longer than any other request', async () => {
  const { port, head } = await openServer(limits)
  const call = async (method: string, address: string, body?: object): Promise<unknown> => {
    const headers = { authorization: 'Token x', 'content-type': 'application/json' }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    return (await fetch(`http://127.0.0.1:${port}/practice/api${address}`, init)).json()
  }
  const { workspace_id } = documentedExample
  const made = await call('POST', addressOf('createDataset'), { name: 'Data', workspace_id })
  const { id } = Dataset.parse(made)
  const asked = await call('GET', addressOf('createUploadUrl', { id, filename: 'a.csv' }))
  const { pathname, host } = new URL(UploadAddress.parse(asked).upload_url)
  expect(host).toBe(`127.0.0.1:${port}`)

  const upload = await openSocket(port)
  upload.socket.write(
    `PUT ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/csv\r\n` +
      'Content-Length: 7\r\nConnection: close\r\n\r\ntext\n',
  )
  const other = await openSocket(port)
  other.socket.write(`${head('Content-Length: 1000')}\r\n{"name":`)
  expect(await other.answer).toMatch(/^HTTP\/1\.1 408 /)
  upload.socket.end('a\n')
  expect(await upload.answer).toMatch(/^HTTP\/1\.1 200 /)
})

test('two hundred connections that never finish leave room for a request that does', async () => {
  const { port, head, create } = await openServer()
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const { socket } = await openSocket(port)
      socket.write(index % 2 ? `${head('Content-Length: 99')}\r\n{` : 'GET / HTTP/1.1\r\nX: ')
    }),
  )
  expect((await create()).status).toBe(201)
})

test.each([
  ['ten thousand headers', Array.from({ length: 10_000 }, (_, index) => `X-${index}: y`), 431],
  ['a compressed body', ['Content-Encoding: gzip', 'Content-Length: 20'], 415],
  ['fifty megabytes announced', [`Content-Length: ${50 * 1024 * 1024}`], 413],
])('%s: refused at once, without the body', async (_what, headers, status) => {
  const { port, head, create, created } = await openServer()
  const { socket, answer } = await openSocket(port)
  socket.end(`${head(...headers, 'Connection: close')}\r\n`)
  expect(await answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(created()).toBe(0)
  expect((await create()).status).toBe(201)
})

test('a hundred header lines are read, and one more is refused and not left out', async () => {
  const { port, head, created } = await openServer()
  const body = JSON.stringify(documentedExample)
  const own = ['Connection: close', `Content-Length: ${body.length}`]
  for (const [lines, status] of [
    [100, 201],
    [101, 431],
  ] as const) {
    // Host, Authorization and Content-Type come first.
    const more = Array.from({ length: lines - 3 - own.length }, (_, index) => `X-${index}: y`)
    const { socket, answer } = await openSocket(port)
    socket.end(`${head(...more, ...own)}\r\n${body}`)
    expect(await answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  }
  const { socket, answer } = await openSocket(port)
  socket.end(`${head(...Array.from({ length: 120 }, () => 'X: y'))}\r\n`)
  expect(await answer).toContain('A request may have 100 header lines at most.')
  expect(created()).toBe(1)
})

test.each(['http://127.0.0.1', 'HTTPS://evil.example', '*'])(
  'a request for %s instead of a path is refused in a sentence',
  async (target) => {
    const { port, create } = await openServer()
    const { socket, answer } = await openSocket(port)
    const whole = target.includes('//') ? `${target}:${port}/config.json` : target
    const method = target === '*' ? 'OPTIONS' : 'GET'
    socket.end(`${method} ${whole} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    const said = await answer
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(said).toContain('Ask for the path alone')
    expect((await create()).status).toBe(201)
  },
)

test('a duplicate that is asked for without a body, a length or a type is made', async () => {
  const { port, create, created } = await openServer()
  const { id } = Batch.parse(await (await create()).json())
  const { socket, answer } = await openSocket(port)
  socket.end(
    `POST ${path}/${id}/duplicate HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
      'Authorization: Token x\r\nConnection: close\r\n\r\n',
  )
  expect(await answer).toMatch(/^HTTP\/1\.1 201 /)
  expect(created()).toBe(2)
})

test('a compressed body that would be right is refused as well', async () => {
  const { port, head } = await openServer()
  const body = gzipSync(JSON.stringify(documentedExample))
  const { socket, answer } = await openSocket(port)
  socket.write(`${head('Content-Encoding: gzip', `Content-Length: ${body.length}`)}\r\n`)
  socket.end(body)
  expect(await answer).toMatch(/^HTTP\/1\.1 415 /)
})

test.each(['Transfer-Encoding: chunked', `Content-Length: ${100 * 1024 * 1024}`])(
  'a body without end is refused with 413 and cut off (%s)',
  async (how) => {
    const { port, head, create } = await openServer()
    const { socket, answer } = await openSocket(port)
    const chunk = Buffer.alloc(64 * 1024, ' ')
    const piece = how.startsWith('T')
      ? Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')])
      : chunk
    const pour = () => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', pour)
    socket.write(`${head(how)}\r\n`, pour)
    expect(await answer).toMatch(/^HTTP\/1\.1 413 /)
    expect((await create()).status).toBe(201)
  },
)
