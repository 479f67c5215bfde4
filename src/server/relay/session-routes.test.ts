// @vitest-environment node
import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { AppConfig } from '#contract/app-config.ts'
import { addressOf } from '#contract/routes.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'

const batches = `/prolific/api${addressOf('createBatch')}`
const owners: Record<string, string> = {
  'token-of-ada': 'Ada',
  'token-of-bob': 'Bob',
  'token-of-lab': 'Lab',
}

type Call = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }
type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void

/** A provider that knows two people and the lab, and repeats a token that it refuses. */
const knowsPeople: Answer = ({ headers }, outgoing) => {
  const token = headers.authorization?.replace('Token ', '') ?? ''
  const first_name = owners[token]
  outgoing.setHeader('content-type', 'application/json')
  if (first_name === undefined) outgoing.writeHead(401).end(`{"detail":"bad ${token}"}`)
  else
    outgoing.end(JSON.stringify({ id: first_name, first_name, balance: 12, secret_question: 'x' }))
}

async function openServer({
  answer = knowsPeople,
  ...options
}: { answer?: Answer; token?: string; now?: () => number } = {}) {
  const seen: string[] = []
  const prolificUrl = await serveUntilTestEnds((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url} ${incoming.headers.authorization}`)
    answer(incoming, outgoing)
  })
  const { request } = openApp({ prolificUrl, ...options })
  /** One person's browser, with the cookies that the server gave to it. */
  const browser = (cookie = '') => {
    const jar = { cookie }
    const call = async (path: string, init: Call = {}) => {
      const response = await request(path, {
        ...init,
        headers: { ...fromOurPage, cookie: jar.cookie, ...init.headers },
      })
      const set = response.headers.get('set-cookie')
      if (set !== null) jar.cookie = set.split(';')[0] ?? ''
      return response
    }
    return {
      jar,
      call,
      connect: async (token: unknown) =>
        call('/session/prolific', { method: 'POST', body: JSON.stringify({ token }) }),
      disconnect: async () => call('/session/prolific', { method: 'DELETE' }),
      state: async () => {
        const config = AppConfig.parse(await (await call('/config.json')).json())
        const prolific = config.backends.find(
          ({ place: environment }) => environment === 'prolific',
        )
        return [prolific?.connected, prolific?.own_token?.in_use]
      },
    }
  }
  return { seen, request, browser }
}

describe('connecting', () => {
  test('asks the provider whose token it is, and says no more than that', async () => {
    const { seen, browser } = await openServer()
    const { connect, call, state } = browser()
    expect(await state()).toEqual([false, false])
    const answer = await connect(' Token token-of-ada ')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      id: 'Ada',
      email: '',
      name: '',
      first_name: 'Ada',
      last_name: '',
    })
    expect(await state()).toEqual([true, true])
    expect((await call(batches)).status).toBe(200)
    expect(seen).toEqual([
      'GET /api/v1/users/me/ Token token-of-ada',
      `GET /api${addressOf('createBatch')} Token token-of-ada`,
    ])
  })

  test('gives a cookie that no script reads and no other site sends, marked as secure over https', async () => {
    const { browser } = await openServer()
    const plain = await browser().connect('token-of-ada')
    expect(plain.headers.get('set-cookie')).toMatch(
      /^batch-composer-prolific-4173=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const encrypted = await browser().call('/session/prolific', {
      method: 'POST',
      headers: { origin: 'https://127.0.0.1:4173' },
      body: '{"token":"token-of-ada"}',
    })
    expect(encrypted.headers.get('set-cookie')).toMatch(/; Secure/)
  })

  test('each browser uses its own token, and others the one of the server', async () => {
    const { seen, browser } = await openServer({ token: 'token-of-lab' })
    const [ada, bob, guest] = [browser(), browser(), browser()]
    await ada.connect('token-of-ada')
    await bob.connect('token-of-bob')
    seen.length = 0
    for (const person of [ada, bob, guest]) await person.call(batches)
    expect(seen.map((line) => line.split(' ').at(-1))).toEqual([
      'token-of-ada',
      'token-of-bob',
      'token-of-lab',
    ])
    expect(await guest.state()).toEqual([true, false])
    expect((await ada.disconnect()).status).toBe(204)
    expect(await ada.state()).toEqual([true, false])
    expect(await bob.state()).toEqual([true, true])
  })

  test('with another token forgets the first, and its cookie with it', async () => {
    const { browser } = await openServer()
    const ada = browser()
    await ada.connect('token-of-ada')
    const before = ada.jar.cookie
    await ada.connect('token-of-bob')
    expect(ada.jar.cookie).not.toBe(before)
    expect(await browser(before).state()).toEqual([false, false])
  })

  test('a refused token changes nothing and is not repeated', async () => {
    const { browser } = await openServer()
    const ada = browser()
    await ada.connect('token-of-ada')
    const answer = await ada.connect('mistyped-token')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.text()).not.toContain('mistyped')
    expect(await ada.state()).toEqual([true, true])
  })

  test.each<[string, Answer, number]>([
    ['is busy', (_, outgoing) => outgoing.writeHead(429, { 'retry-after': '7' }).end(), 429],
    ['breaks down', (_, outgoing) => outgoing.writeHead(500).end('<h1>Oops</h1>'), 502],
    ['answers without a name', (_, outgoing) => outgoing.end('{}'), 502],
    ['answers with a page', (_, outgoing) => outgoing.end('<p>Welcome</p>'), 502],
    ['repeats the token', (_, outgoing) => outgoing.end('{"id":"token-of-ada"}'), 502],
    ['drops the connection', (_, outgoing) => outgoing.socket?.destroy(), 502],
  ])('keeps nothing when the provider %s', async (_case, answer, status) => {
    const { browser } = await openServer({ answer })
    const ada = browser()
    const response = await ada.connect('token-of-ada')
    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '7' : null)
    expect(await response.text()).not.toContain('token-of-ada')
    expect(await ada.state()).toEqual([false, false])
  })

  test.each([['short'], [''], [7], [null], [undefined], ['two tokens-in-one'], ['x'.repeat(600)]])(
    'refuses %j before anybody is asked',
    async (token) => {
      const { seen, browser } = await openServer()
      expect((await browser().connect(token)).status).toBe(400)
      expect(seen).toEqual([])
    },
  )

  test('refuses a body above 4 kB and tries above twenty a minute', async () => {
    let clock = 0
    const { seen, browser } = await openServer({ now: () => clock })
    const ada = browser()
    expect((await ada.connect(' '.repeat(5000))).status).toBe(413)
    const tries = await Promise.all(Array.from({ length: 30 }, () => ada.connect('mistyped-token')))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(19)
    const late = tries.find(({ status }) => status === 429)
    expect(Number(late?.headers.get('retry-after'))).toBe(60)
    expect(seen).toHaveLength(19)
    clock += 60_000
    expect((await ada.connect('token-of-ada')).status).toBe(200)
  })
})

describe('a kept token', () => {
  test('is gone after eight hours without a request', async () => {
    let clock = 0
    const { browser } = await openServer({ now: () => clock })
    const ada = browser()
    await ada.connect('token-of-ada')
    clock += 8 * 3_600_000
    expect(await ada.state()).toEqual([false, false])
    expect((await ada.call(batches)).status).toBe(401)
  })

  test('is not found under the cookie of a browser that disconnected', async () => {
    const { browser, seen } = await openServer()
    const ada = browser()
    await ada.connect('token-of-ada')
    const thief = browser(ada.jar.cookie)
    const gone = await ada.disconnect()
    expect(gone.headers.get('set-cookie')).toMatch(/^batch-composer-prolific-4173=; Max-Age=0/)
    seen.length = 0
    expect((await thief.call(batches)).status).toBe(401)
    expect(await thief.state()).toEqual([false, false])
    expect(seen).toEqual([])
  })

  test('is never kept under an id that a browser brought along', async () => {
    const { browser } = await openServer()
    const planted = 'batch-composer-prolific-4173=planted-by-somebody'
    const ada = browser(planted)
    await ada.connect('token-of-ada')
    expect(ada.jar.cookie).not.toBe(planted)
    expect(await browser(planted).state()).toEqual([false, false])
  })
})

describe('whoever is not our page', () => {
  const hostile: [string, Record<string, string | undefined>, number][] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another port', { origin: 'http://127.0.0.1:5500', 'sec-fetch-site': 'same-site' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a page without the header of the app', { 'x-app-request': undefined }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a text', { 'content-type': 'text/plain' }, 415],
    ['a program', { origin: undefined, 'sec-fetch-site': undefined }, 403],
    ['a program with a token', { authorization: 'Token x' }, 403],
    ['another name', { host: 'evil.example' }, 403],
  ]

  test.each(hostile)(
    '%s can neither connect nor disconnect nor use a token',
    async (_who, changes, status) => {
      const { browser, request, seen } = await openServer()
      const ada = browser()
      await ada.connect('token-of-ada')
      seen.length = 0
      const given = Object.entries({ ...fromOurPage, cookie: ada.jar.cookie, ...changes })
      const headers = given.filter((pair): pair is [string, string] => pair[1] !== undefined)
      const body = '{"token":"token-of-bob"}'
      expect((await request('/session/prolific', { method: 'POST', headers, body })).status).toBe(
        status,
      )
      expect((await request('/session/prolific', { method: 'DELETE', headers })).status).toBe(
        status,
      )
      expect((await request(batches, { method: 'POST', headers, body })).status).toBe(status)
      expect(seen).toEqual([])
      expect(await ada.state()).toEqual([true, true])
    },
  )
})

test('a token is in no log line, header or body, whatever goes wrong', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  let refusing = false
  const { browser } = await openServer({
    answer: (incoming, outgoing) => {
      const echo = incoming.headers.authorization ?? ''
      if (refusing) outgoing.writeHead(401, { 'x-request-id': echo }).end(echo)
      else knowsPeople(incoming, outgoing.setHeader('x-request-id', echo))
    },
  })
  const ada = browser()
  let seen = ''
  const note = async (response: Response) => {
    seen += response.status + JSON.stringify([...response.headers]) + (await response.text())
  }
  await note(await ada.connect('token-of-ada'))
  await note(await ada.call(batches))
  refusing = true
  await note(await ada.call(`${batches}/token-of-ada`))
  await note(await ada.connect('token-of-bob'))
  await note(await ada.call('/session/token-of-ada'))
  await note(await ada.disconnect())
  await new Promise((turn) => setImmediate(turn))
  const logged = written.mock.calls.map(([line]) => String(line)).join('')
  written.mockRestore()
  expect(seen.match(/(200|401|404|204)\[/g)).toHaveLength(6)
  expect(seen + logged).not.toMatch(/token-of-(ada|bob)/)
})
