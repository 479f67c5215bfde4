// @vitest-environment node
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'

async function openLimited(writesPerMinute: number) {
  let seen = 0
  const clock = { ms: 0 }
  const prolificUrl = await serveUntilTestEnds((incoming, outgoing) => {
    if (incoming.method === 'POST') seen += 1
    outgoing.setHeader('content-type', 'application/json').end('{}')
  })
  const { request } = openApp({ prolificUrl, token: 't', writesPerMinute, now: () => clock.ms })
  const path = `/prolific/api${addressOf('createBatch')}`
  return {
    clock,
    seen: () => seen,
    read: async () => request(path, { headers: fromOurPage }),
    create: async (key: string) =>
      request(path, {
        method: 'POST',
        body: JSON.stringify(documentedExample),
        headers: { ...fromOurPage, 'idempotency-key': key },
      }),
    practise: async () =>
      request(`/practice/api${addressOf('createBatch')}`, {
        method: 'POST',
        body: JSON.stringify(documentedExample),
        headers: fromOurPage,
      }),
  }
}

test('more changes than are allowed in a minute are refused, with the time to wait', async () => {
  const { create, read, practise, seen, clock } = await openLimited(2)
  expect([(await create('a')).status, (await create('b')).status]).toEqual([200, 200])
  clock.ms = 20_000
  const refused = await create('c')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
  expect(await refused.text()).toContain('Nothing was sent.')
  // A repetition sends nothing, so it is not counted; nor is reading, nor practice.
  expect((await create('b')).status).toBe(200)
  expect((await read()).status).toBe(200)
  expect((await practise()).status).toBe(201)
  expect(seen()).toBe(2)
  clock.ms = 60_000
  expect((await create('c')).status).toBe(200)
  expect(seen()).toBe(3)
})

test('0 sets no limit', async () => {
  const { create, seen } = await openLimited(0)
  for (let index = 0; index < 100; index += 1) await create(`k${index}`)
  expect(seen()).toBe(100)
})
