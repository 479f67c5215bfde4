import { markNotForwarded } from './not-forwarded.ts'

// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Hono, type Context } from 'hono'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { documentedExample } from '#contract/examples.ts'
import { Batch } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { DroppedConnection } from '#server/http/answers.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'
import { answerOnce } from './answer-once.ts'
import { openJournal, type Journal } from './journal.ts'
type Handler = (count: number, c: Context) => Response | Promise<Response>

/** A backend that counts what it carries out and does it as it is told. */
function backend(handler: Handler, journal = openJournal({ path: ':memory:' })) {
  let count = 0
  const app = new Hono()
  app.onError((error) => {
    throw error
  })
  app.use(answerOnce(journal))
  app.on(['POST', 'PATCH', 'GET'], ['/things', '/others'], (c) => handler((count += 1), c))
  const call = async (
    headers: Record<string, string> = page,
    { method = 'POST', path = '/things', body = '{}' } = {},
  ) =>
    app.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method !== 'GET' && { body }),
    })
  return { call, count: () => count }
}

const page = { 'x-app-request': '1', 'idempotency-key': 'k1' }
const created: Handler = (n) =>
  Response.json({ n }, { status: 201, headers: { 'x-request-id': 'r' } })

const Refusal = z.object({
  error: z.object({ detail: z.string(), additional_information: z.optional(z.string()) }),
})
const informationOf = async (response: Response) =>
  Refusal.parse(await response.json()).error.additional_information

test('a repeated request of a page is carried out once and answered alike', async () => {
  const { call, count } = backend(created)
  const [first, second] = await Promise.all([call(), call()])
  const third = await call()
  for (const answer of [first, second, third]) {
    expect(answer.status).toBe(201)
    expect(answer.headers.get('x-request-id')).toBe('r')
    expect(await answer.json()).toEqual({ n: 1 })
  }
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(third.headers.get('idempotent-replayed')).toBe('true')
  expect(count()).toBe(1)
})

test('of fifty at once one is carried out and all get its answer', async () => {
  let letGo = () => {}
  const { call, count } = backend(async (n, c) => {
    await new Promise<void>((done) => (letGo = done))
    return created(n, c)
  })
  const calls = Array.from({ length: 50 }, async () => call())
  await vi.waitFor(() => expect(count()).toBe(1))
  letGo()
  const answers = await Promise.all(calls)
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201))
  expect(count()).toBe(1)
})

test('the backend reads the very bytes that were sent', async () => {
  const body = ` {"é":"\\u0000"} `
  const { call } = backend(async (_n, c) => new Response(await c.req.raw.text()))
  expect(await (await call(page, { body })).text()).toBe(body)
})

test('an empty answer is empty again', async () => {
  const { call, count } = backend(() => new Response(null, { status: 204 }))
  expect((await call()).status).toBe(204)
  expect((await call()).status).toBe(204)
  expect(count()).toBe(1)
})

test('a connection that broke breaks again instead of doing it again', async () => {
  const { call, count } = backend(() => {
    throw new DroppedConnection()
  })
  const calls = [call(), call()]
  for (const one of [...calls, ...calls.map(async () => call())]) {
    await expect(one).rejects.toThrow(DroppedConnection)
  }
  expect(count()).toBe(1)
})

test('another key is another request', async () => {
  const { call, count } = backend(created)
  await call()
  await call({ ...page, 'idempotency-key': 'k2' })
  expect(count()).toBe(2)
})

test.each([
  ['body', { body: '{"a":1}' }],
  ['address', { path: '/others' }],
  ['query', { path: '/things?x=1' }],
  ['method', { method: 'PATCH' }],
])('a key with another %s is refused, also while the first is in flight', async (_what, other) => {
  const { call, count } = backend(created)
  const first = call()
  const answers = [await call(page, other), await first, await call(page, other)]
  expect(answers.map(({ status }) => status)).toEqual([422, 201, 422])
  expect(await informationOf(answers[0] ?? new Response())).toBeUndefined()
  expect(count()).toBe(1)
})

test.each([
  ['PATCH', 1],
  ['GET', 2],
])('a repeated %s is carried out %i times', async (method, times) => {
  const { call, count } = backend(created)
  await call(page, { method })
  await call(page, { method })
  expect(count()).toBe(times)
})

test('a request that was certainly not forwarded may be tried again under its key', async () => {
  const { call, count } = backend((n, c) => {
    if (n === 1) markNotForwarded(c)
    return new Response(null, { status: n === 1 ? 502 : 201 })
  })
  expect((await call()).status).toBe(502)
  expect((await call()).status).toBe(201)
  expect((await call()).status).toBe(201)
  expect(count()).toBe(2)
})

test('a request of the page that needs no body is carried out once as well', async () => {
  const { request, practice } = openApp()
  const batches = `/practice/api${addressOf('createBatch')}`
  const create = { method: 'POST', headers: fromOurPage, body: JSON.stringify(documentedExample) }
  const { id } = Batch.parse(await (await request(batches, create)).json())
  const { 'content-type': _json, ...headers } = fromOurPage
  const ask = async () =>
    request(`${batches}/${id}/duplicate`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': 'k' },
    })
  const [first, second] = [await ask(), await ask()]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(await second.text()).toBe(await first.text())
  expect(practice.store.batchesOf(documentedExample.workspace_id)).toHaveLength(2)
})

test('programs meet a backend that is as unforgiving as the API', async () => {
  const { call, count } = backend(created)
  await call({ 'idempotency-key': 'k1' })
  await call({ 'idempotency-key': 'k1' })
  expect(count()).toBe(2)
})

test.each([
  [400, { ...page, 'idempotency-key': 'ü' }, '{}'],
  [400, { ...page, 'idempotency-key': 'x'.repeat(256) }, '{}'],
  [413, page, `"${'x'.repeat(MAX_BODY_BYTES)}"`],
  [415, { ...page, 'content-encoding': 'gzip' }, '{}'],
])('%i for what cannot be written down, and nothing is done', async (status, headers, body) => {
  const { call, count } = backend(created)
  expect((await call(headers, { body })).status).toBe(status)
  expect(count()).toBe(0)
})

function journalThat(changes: Partial<Journal>): Journal {
  return { ...openJournal({ path: ':memory:' }), ...changes }
}
const fail = () => {
  throw new Error('disk full')
}

/** What is logged meanwhile is written in a turn of its own. */
function keepLogQuiet() {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(async () => {
    await setImmediate()
    written.mockRestore()
  })
}

test('without a record nothing is sent, and the answer says so', async () => {
  keepLogQuiet()
  const { call, count } = backend(created, journalThat({ begin: fail }))
  const answer = await call()
  expect(answer.status).toBe(503)
  expect(await informationOf(answer)).toBe('not-sent')
  expect(count()).toBe(0)
})

test('an answer that cannot be written down is given all the same, and is remembered', async () => {
  keepLogQuiet()
  const { call, count } = backend(created, journalThat({ settle: fail }))
  expect((await call()).status).toBe(201)
  expect((await call()).status).toBe(201)
  expect(count()).toBe(1)
})

test('what a server was at when it died is unknown to the next, which does not do it again', async () => {
  const path = join(await newDataFolder(), 'gateway.db')
  const first = openJournal({ path })
  const dying = backend(async () => new Promise<Response>(() => {}), first)
  void dying.call()
  await vi.waitFor(() => expect(dying.count()).toBe(1))
  first.close()

  const journal = openJournal({ path })
  onTestFinished(() => journal.close())
  const { call, count } = backend(created, journal)
  for (const answer of [await call(), await call()]) {
    expect(answer.status).toBe(502)
    expect(await informationOf(answer)).toBe('outcome-unknown')
  }
  expect(count()).toBe(0)
})

test('the record holds neither the token nor what was sent', async () => {
  const token = 'canary-1f0e'
  const path = join(await newDataFolder(), 'gateway.db')
  const url = await serveUntilTestEnds((incoming, outgoing) => {
    outgoing.setHeader('content-type', 'application/json')
    outgoing.setHeader('x-request-id', `of ${incoming.headers.authorization}`)
    outgoing.end('{}')
  })
  const journal = openJournal({ path })
  const { request } = openApp({ prolificUrl: url, token, journal })
  const body = JSON.stringify({ ...documentedExample, name: 'Canary of the body' })
  const headers = { ...fromOurPage, 'idempotency-key': 'k', cookie: `a=${token}` }
  const answer = await request(`/prolific/api${addressOf('createBatch')}`, {
    method: 'POST',
    body,
    headers,
  })
  expect(answer.status).toBe(200)
  journal.close()
  const bytes = await readFile(path)
  expect(bytes.includes('k')).toBe(true)
  expect(bytes.includes(token)).toBe(false)
  expect(bytes.includes('Canary of the body')).toBe(false)
})

test('a request that did not reach Prolific may be tried again under its key', async () => {
  const { request } = openApp({ token: 'of-the-server' })
  const init = {
    method: 'POST',
    body: JSON.stringify(documentedExample),
    headers: { ...fromOurPage, 'idempotency-key': 'k' },
  }
  for (const answer of [
    await request(`/prolific/api${addressOf('createBatch')}`, init),
    await request(`/prolific/api${addressOf('createBatch')}`, init),
  ]) {
    expect(answer.headers.get('idempotent-replayed')).toBeNull()
    expect(await informationOf(answer)).toBe('not-sent')
  }
})

test.each(['/prolific/api/*', '/prolific/api/%2A'])(
  '%s, which reads like the pattern of a route, is answered',
  async (path) => {
    const { request } = openApp()
    const answer = await request(path, {
      method: 'PATCH',
      headers: { ...fromOurPage, 'content-type': 'application/json', 'idempotency-key': 'k1' },
      body: '{}',
    })
    expect(answer.status).toBe(404)
  },
)
