import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { changesSomething, mayLackBody, serveRoutes } from './serve-routes.ts'

const handle = () => new Response('served')

function serve() {
  const api = new Hono({ strict: false })
  serveRoutes(api, [
    { method: 'GET', path: '/things/:id/', handle },
    { method: 'PATCH', path: '/things/:id/', handle },
    { method: 'GET', path: '/rows/:id', handle, pageOnly: true },
  ])
  return api
}

test('any other method is answered with the ones that the table has for the path', async () => {
  const api = serve()
  for (const path of ['/things/1', '/things/1/']) {
    expect(await (await api.request(path, { method: 'PATCH' })).text()).toBe('served')
    const refusal = await api.request(path, { method: 'DELETE' })
    expect(refusal.status).toBe(405)
    expect(refusal.headers.get('allow')).toBe('GET, PATCH')
  }
})

test('a route of the page is not for programs', async () => {
  const api = serve()
  expect((await api.request('/rows/1')).status).toBe(403)
  const headers = { 'x-app-request': '1' }
  expect((await api.request('/rows/1', { headers })).status).toBe(200)
})

test('the gateway finds in the table what changes something and what needs no body', () => {
  const batch = '/practice/api/v1/data-collection/batches/x'
  expect(changesSomething('GET', batch)).toBe(false)
  expect(changesSomething('PATCH', `${batch}/`)).toBe(true)
  expect(changesSomething('DELETE', batch)).toBeUndefined()
  expect(mayLackBody(`${batch}/setup/`)).toBe(true)
  expect(mayLackBody(batch)).toBe(false)
})
