// @vitest-environment node
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'

test('a request that was refused because nobody was connected works under the same key once somebody is', async () => {
  const posts: unknown[] = []
  const prolificUrl = await serveUntilTestEnds(({ method, headers }, outgoing) => {
    if (method === 'POST') posts.push(headers.authorization)
    outgoing.setHeader('content-type', 'application/json')
    outgoing.end('{"id":"made"}')
  })
  const { request } = openApp({ prolificUrl })
  const create = async (cookie = '') =>
    request(`/prolific/api${addressOf('createBatch')}`, {
      method: 'POST',
      body: JSON.stringify(documentedExample),
      headers: { ...fromOurPage, 'idempotency-key': 'k', cookie },
    })
  const refused = await create()
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ error: { additional_information: 'not-connected' } })

  const connected = await request('/session/prolific', {
    method: 'POST',
    body: '{"token":"token-of-ada"}',
    headers: fromOurPage,
  })
  const answer = await create(connected.headers.get('set-cookie')?.split(';')[0])
  expect(answer.status).toBe(200)
  expect(answer.headers.get('idempotent-replayed')).toBeNull()
  expect(posts).toEqual(['Token token-of-ada'])
})
