// @vitest-environment node
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { DroppedConnection } from './dropped-connection.ts'
import { once } from './once.ts'

/** A backend that counts what it carries out and fails as it is told. */
function backend(handler: (count: number) => Response | Promise<Response>) {
  let count = 0
  const app = new Hono()
  app.onError((error) => {
    throw error
  })
  app.use(once())
  app.on(['POST', 'PATCH', 'GET'], '/things', () => handler((count += 1)))
  const call = (headers: Record<string, string>, method = 'POST') =>
    app.request('/things', { method, headers })
  return { post: call, call, count: () => count }
}

const page = { 'x-app-request': '1', 'idempotency-key': 'k1' }

test('a repeated request of a page is carried out once and answered alike', async () => {
  const { post, count } = backend((n) => Response.json({ n }, { status: 201 }))
  const [first, second] = await Promise.all([post(page), post(page)])
  const third = await post(page)
  for (const answer of [first, second, third]) {
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ n: 1 })
  }
  expect(third.headers.get('idempotent-replayed')).toBe('true')
  expect(count()).toBe(1)
})

test('a connection that broke breaks again instead of doing it again', async () => {
  const { post, count } = backend(() => {
    throw new DroppedConnection()
  })
  await expect(post(page)).rejects.toThrow(DroppedConnection)
  await expect(post(page)).rejects.toThrow(DroppedConnection)
  expect(count()).toBe(1)
})

test('another key is another request', async () => {
  const { post, count } = backend(() => new Response(null, { status: 202 }))
  await post(page)
  await post({ ...page, 'idempotency-key': 'k2' })
  expect(count()).toBe(2)
})

test.each([
  ['PATCH', 1],
  ['GET', 2],
])('a repeated %s is carried out %i times', async (method, times) => {
  const { call, count } = backend((n) => Response.json({ n }))
  await call(page, method)
  await call(page, method)
  expect(count()).toBe(times)
})

test('programs meet a backend that is as unforgiving as the API', async () => {
  const { post, count } = backend(() => new Response(null, { status: 201 }))
  await post({ 'idempotency-key': 'k1' })
  await post({ 'idempotency-key': 'k1' })
  expect(count()).toBe(2)
})
