// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { requireAccess } from './access.ts'
import { hashInline } from './security-headers.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { readStaticFiles } from '#server/static/static-files.ts'

const SECRET = 'correct-horse-battery'
const FORM = 'application/x-www-form-urlencoded'
const typed = {
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}
const clicked = { ...typed, 'sec-fetch-site': 'cross-site' }
const link = (path = '/') => `${path}?access=${SECRET}`

function openLocked(now?: () => number) {
  const access = requireAccess(SECRET, now)
  return openApp({ access, files: readStaticFiles('public') })
}

async function signedIn({ request }: ReturnType<typeof openLocked>) {
  const answer = await request(link(), { headers: typed })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test.each([
  ['/', 'GET', {}],
  ['/practice/new', 'GET', typed],
  ['/favicon.svg', 'GET', {}],
  ['/config.json', 'GET', {}],
  ['/practice/api/v1/workspaces/', 'GET', { authorization: 'Token x' }],
  ['/prolific/api/v1/workspaces/', 'GET', fromOurPage],
  ['/session/prolific', 'POST', fromOurPage],
  ['/', 'HEAD', {}],
  ['/', 'GET', { cookie: 'batch-composer-access-4173=made-up' }],
  ['/config.json', 'GET', { 'x-access-secret': 'made-up' }],
])('without the secret %s by %s is answered with 401', async (path, method, headers) => {
  const { request } = openLocked()
  expect((await request(path, { method, headers })).status).toBe(401)
})

test('a page says what to do, in a form that works without scripts and sends nowhere else', async () => {
  const { request } = openLocked()
  const answer = await request('/prolific/batches/x', { headers: typed })
  const page = await answer.text()
  expect(page).toContain('enter its access secret')
  expect(page).toMatch(/<form method="post">/)
  expect(page).not.toMatch(/<script|\son\w+=/)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(hashInline(page).styles.join(' '))
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self';/)
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
})

describe('the link', () => {
  test('leads to the clean address, with a cookie that opens everything', async () => {
    const app = openLocked()
    const answer = await app.request('/practice/batches?workspace=w&access=' + SECRET, {
      headers: typed,
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/practice/batches?workspace=w')
    const set = answer.headers.get('set-cookie') ?? ''
    expect(set).toMatch(
      /^batch-composer-access-4173=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(set).not.toContain(SECRET)
    const cookie = await signedIn(app)
    for (const path of ['/config.json', '/favicon.svg']) {
      expect((await app.request(path, { headers: { cookie } })).status).toBe(200)
    }
    const again = await app.request(link(), { headers: { ...typed, cookie } })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
  })

  test('from a mail goes on by itself, because browsers keep the cookie back meanwhile', async () => {
    const { request } = openLocked()
    for (const headers of [clicked, {}]) {
      const answer = await request(link('/prolific/new'), { headers })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toContain('HttpOnly')
      expect(await answer.text()).toContain('http-equiv="refresh" content="0; url=/prolific/new"')
    }
    const copied = await request('/prolific/batches/x?a="><b>', { headers: clicked })
    expect(await copied.text()).toContain('url=/prolific/batches/x?a=%22%3E%3Cb%3E"')
  })

  test('never leads to another server', async () => {
    const { request } = openLocked()
    for (const path of ['//evil', '/\\evil', '///evil/']) {
      const answer = await request(link(path), { headers: typed })
      expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/)
    }
  })

  test.each(['wrong', '', `${SECRET}x`, SECRET.slice(1)])(
    'with %j opens nothing',
    async (wrong) => {
      const { request } = openLocked()
      const answer = await request(`/?access=${wrong}`, { headers: typed })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await answer.text()).toContain('That is not this server’s secret')
    },
  )
})

describe('the form', () => {
  const send = async (
    request: ReturnType<typeof openLocked>['request'],
    secret: string,
    headers = {},
  ) =>
    request('/prolific/new', {
      method: 'POST',
      headers: {
        ...typed,
        'sec-fetch-site': 'same-origin',
        origin: 'http://127.0.0.1:4173',
        'content-type': FORM,
        ...headers,
      },
      body: new URLSearchParams({ access: secret }).toString(),
    })

  test('opens the page that it stands on', async () => {
    const { request } = openLocked()
    const answer = await send(request, SECRET)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/prolific/new'])
    expect((await send(request, 'wrong')).status).toBe(401)
    expect((await send(request, 'x'.repeat(5000))).status).toBe(401)
  })

  test('is refused when another page sends it', async () => {
    const { request } = openLocked()
    for (const headers of [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await send(request, SECRET, headers)
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
    }
  })

  test('takes twenty wrong secrets a minute, and then not even the right one', async () => {
    let clock = 0
    const { request } = openLocked(() => clock)
    const tries = await Promise.all(Array.from({ length: 20 }, () => send(request, 'wrong')))
    expect(tries.every(({ status }) => status === 401)).toBe(true)
    const late = await send(request, SECRET)
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await late.text()).toContain('Too many attempts. Wait 60 seconds.')
    clock += 60_000
    expect((await send(request, SECRET)).status).toBe(303)
  })

  test('counts wrong secrets anew after the right one', async () => {
    const { request } = openLocked(() => 0)
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 19; tries += 1) {
        expect((await send(request, 'wrong')).status).toBe(401)
      }
      expect((await send(request, SECRET)).status).toBe(303)
    }
  })
})

test('a page that came over plain http reads Prolific, though its browser does not say who asks', async () => {
  const app = openLocked()
  const cookie = await signedIn(app)
  const headers = { cookie, 'x-app-request': '1' }
  const path = '/prolific/api/v1/workspaces/'
  // 401 because nobody is connected: the guard has let it through.
  expect(await (await app.request(path, { headers })).text()).toContain('not-connected')
  expect(await (await app.request(path, { headers: { cookie } })).text()).toContain('Forbidden')
  const open = openApp()
  expect((await open.request(path, { headers })).status).toBe(403)
})

test('a program sends the secret along, and its own token as before', async () => {
  const { request } = openLocked()
  const headers = { authorization: 'Token x', 'x-access-secret': SECRET }
  expect((await request('/practice/api/v1/workspaces/', { headers })).status).toBe(200)
})

test('a server with another secret does not take the cookie', async () => {
  const cookie = await signedIn(openLocked())
  const { request } = openApp({ access: requireAccess('another-secret-altogether') })
  expect((await request('/config.json', { headers: { cookie } })).status).toBe(401)
})
