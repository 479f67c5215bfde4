// @vitest-environment node
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { UploadAddress } from '#contract/dataset-requests.ts'
import { addressOf } from '#contract/routes.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'
import { waysOut } from '#server/testing/ways-out.ts'
import { isPublicName } from './public-hosts.ts'
import { createUploadAddresses } from './upload-addresses.ts'

const CANARY = 'canary-7f3c9d-upload'
const DATASET = '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c8d'
const askPath = `/prolific/api${addressOf('createUploadUrl', { id: DATASET, filename: 'rows.jsonl' })}`
const TYPE = 'application/x-ndjson'
const rows = '{"text":"é"}\n{"text":"b"}\n'

type Stored = { path: string; headers: IncomingMessage['headers']; body: string }

/** A provider and its storage on one port, which answers a file as the test says. */
async function openProvider(
  { answer, given = {} }: { answer?: (outgoing: ServerResponse) => void; given?: object } = {},
  options: Parameters<typeof openApp>[0] = {},
) {
  const stored: Stored[] = []
  let asked = 0
  const url = await serveUntilTestEnds((incoming, outgoing) => {
    void (async () => {
      if (incoming.method === 'PUT') {
        const body = (await buffer(incoming)).toString()
        stored.push({ path: incoming.url ?? '', headers: incoming.headers, body })
        if (answer) answer(outgoing)
        else outgoing.writeHead(200, { etag: '"x"' }).end()
        return
      }
      if (incoming.url?.includes('/users/me')) {
        outgoing.setHeader('content-type', 'application/json')
        outgoing.end(JSON.stringify({ id: 'u', email: 'u@example.org' }))
        return
      }
      asked += 1
      const address = {
        dataset_id: DATASET,
        upload_url: `${url}/bucket/key?X-Signature=secret-${asked}`,
        http_method: 'PUT',
        content_type: TYPE,
        expires_at: new Date(Date.now() + 60_000).toISOString(),
        import_id: 'i-1',
        ...given,
      }
      outgoing.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(address))
    })().catch(() => outgoing.destroy())
  })
  const { request } = openApp({ prolificUrl: url, token: CANARY, ...options })
  const ask = async (headers: Record<string, string> = {}) =>
    request(askPath, {
      headers: { ...fromOurPage, 'idempotency-key': crypto.randomUUID(), ...headers },
    })
  return {
    stored,
    request,
    ask,
    address: async () => UploadAddress.parse(await (await ask()).json()),
    put: async (path: string, body = rows, headers: Record<string, string> = {}) =>
      request(path, {
        method: 'PUT',
        body,
        headers: {
          ...fromOurPage,
          'content-type': TYPE,
          'content-length': String(Buffer.byteLength(body)),
          ...headers,
        },
      }),
  }
}

test('a file goes to the address that Prolific gave, which the page never learns', async () => {
  const { ask, put, stored } = await openProvider({ given: { again: 'https://bucket/secret' } })
  const answer = await ask()
  expect(answer.status).toBe(201)
  const text = await answer.text()
  expect(text).not.toMatch(/secret|bucket|127\.0\.0\.1/)
  const { upload_url, import_id, content_type } = UploadAddress.parse(JSON.parse(text))
  expect({ import_id, content_type }).toEqual({ import_id: 'i-1', content_type: TYPE })
  expect(upload_url).toMatch(/^\/prolific\/api\/uploads\/[\w-]{43}$/)

  expect((await put(upload_url)).status).toBe(200)
  expect(stored).toMatchObject([{ path: '/bucket/key?X-Signature=secret-1', body: rows }])
  const headers = stored[0]?.headers
  expect(headers).toMatchObject({
    'content-type': TYPE,
    'content-length': String(Buffer.byteLength(rows)),
  })
  expect(headers).not.toHaveProperty('authorization')
  expect(headers).not.toHaveProperty('cookie')
  expect(JSON.stringify(stored)).not.toContain(CANARY)
})

test('an address takes one file, of its type and with its length, and from the page alone', async () => {
  const { address, put, stored, request } = await openProvider()
  const { upload_url } = await address()
  const bare = { ...fromOurPage, 'content-type': TYPE }
  const { 'x-app-request': _header, ...program } = bare
  expect((await request(upload_url, { method: 'PUT', body: rows, headers: program })).status).toBe(
    403,
  )
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await put((await address()).upload_url, rows, elsewhere)).status).toBe(403)

  const fresh = await address()
  expect((await put(fresh.upload_url, rows, { 'content-type': 'text/html' })).status).toBe(400)
  expect((await put((await address()).upload_url, '')).status).toBe(411)
  const long = await put((await address()).upload_url, rows, { 'content-length': '200000001' })
  expect(long.status).toBe(413)
  const before = stored.length
  const twice = await address()
  expect((await put(twice.upload_url)).status).toBe(200)
  const again = await put(twice.upload_url)
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Try again to get a new one.')
  expect(stored).toHaveLength(before + 1)
  expect((await request(twice.upload_url, { headers: fromOurPage })).status).toBe(405)
})

describe('how an upload ends', () => {
  test.each([
    ['expired', 403, 400, undefined, 'may have expired'],
    ['wrong', 400, 400, undefined, 'did not take the file (400)'],
    ['sent elsewhere', 307, 502, 'outcome-unknown', 'redirect'],
    ['broken', 503, 502, 'outcome-unknown', 'internal problem (503)'],
  ])('%s', async (_case, status, expected, information, words) => {
    const { address, put, stored } = await openProvider({
      answer: (outgoing) => {
        const xml = '<Error><Code>AccessDenied</Code></Error>'
        outgoing.writeHead(status, { location: 'http://169.254.169.254/' }).end(xml)
      },
    })
    const answer = await put((await address()).upload_url)
    expect(answer.status).toBe(expected)
    const text = await answer.text()
    expect(text).toContain(words)
    expect(text.includes('outcome-unknown')).toBe(information !== undefined)
    expect(text).not.toContain('AccessDenied')
    expect(stored).toHaveLength(1)
  })

  test('without an answer, it says that nobody knows', async () => {
    const { address, put } = await openProvider({ answer: (outgoing) => outgoing.destroy() })
    const answer = await put((await address()).upload_url)
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('not known whether the file was stored')
  })

  test('an answer without end is not read to its end', async () => {
    const { address, put } = await openProvider({
      answer: (outgoing) => {
        const more = () => outgoing.write('x'.repeat(65_536), more)
        outgoing.writeHead(200)
        more()
      },
    })
    expect((await put((await address()).upload_url)).status).toBe(200)
  })

  test('what stands still is given up', async () => {
    const limits = { idleMs: 100, totalMs: 10_000 }
    const { address, put } = await openProvider(
      { answer: () => undefined },
      { uploadLimits: limits },
    )
    const answer = await put((await address()).upload_url)
    expect(await answer.text()).toContain('stood still for too long')
  })

  test('what takes too long in all is given up', async () => {
    const { address, put } = await openProvider(
      { answer: () => undefined },
      { uploadLimits: { idleMs: 10_000, totalMs: 100 } },
    )
    const answer = await put((await address()).upload_url)
    expect(await answer.text()).toContain('took too long')
  })
})

test('an address that files must not go to is refused, whatever Prolific says', async () => {
  const url = 'https://files.example.com/x'
  for (const given of [
    { upload_url: 'http://10.0.0.1/x' },
    { upload_url: 'https://127.0.0.1/x' },
    { upload_url: 'http://user:pw@127.0.0.1/x' },
    { upload_url: url, http_method: 'POST' },
    { upload_url: url, content_type: 'text/csv\r\nAuthorization: x' },
    { upload_url: 7 },
  ]) {
    const { ask, stored } = await openProvider({ given })
    const answer = await ask()
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('No file was sent.')
    expect(stored).toEqual([])
  }
})

test('none of the ways to write an address of a closed network is remembered', () => {
  const addresses = createUploadAddresses({ isLocal: false })
  const given = { http_method: 'PUT', content_type: TYPE }
  const taken = waysOut(4173).flatMap((upload_url) => {
    const replaced = addresses.replace({ ...given, upload_url }, 'me', '/u')
    if (!replaced) return []
    const found = addresses.take(replaced.upload_url.slice(3), 'me')
    return found ? [found.url.hostname] : []
  })
  // Names in the public name space, which are looked up and checked again when they are connected to.
  expect([...new Set(taken)].filter((name) => !isPublicName(name))).toEqual([])
  for (const name of taken) expect(name).toMatch(/example$|nip\.io$|prolific\.com$/)
})

test('of three people on one server, each uploads to their own address alone', async () => {
  const { request, put, stored } = await openProvider()
  const people = await Promise.all(
    ['one', 'two', 'three'].map(async (name) => {
      const connected = await request('/session/prolific', {
        method: 'POST',
        headers: fromOurPage,
        body: JSON.stringify({ token: `token-of-${name}` }),
      })
      const cookie = connected.headers.get('set-cookie')?.split(';')[0] ?? ''
      const headers = { ...fromOurPage, cookie, 'idempotency-key': crypto.randomUUID() }
      const given = UploadAddress.parse(await (await request(askPath, { headers })).json())
      return { name, cookie, address: given.upload_url }
    }),
  )
  for (const { cookie } of people) {
    const others = people.filter((person) => person.cookie !== cookie)
    for (const { address } of others) {
      expect((await put(address, 'stolen', { cookie })).status).toBe(400)
    }
  }
  expect(stored).toEqual([])
  const own = await Promise.all(
    people.map(({ name, cookie, address }) => put(address, `rows of ${name}`, { cookie })),
  )
  expect(own.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(stored.map(({ body }) => body).toSorted()).toEqual(
    people.map(({ name }) => `rows of ${name}`).toSorted(),
  )
  expect(JSON.stringify(stored)).not.toMatch(/token-of|prolific=/)
})

test('what one browser was given, no other can use', () => {
  let time = 0
  const addresses = createUploadAddresses({ isLocal: false, now: () => time })
  const given = (n: number) => ({
    upload_url: `https://files.example.com/${n}`,
    http_method: 'PUT',
    content_type: TYPE,
  })
  const [one, two, three] = ['a', 'b', 'c'].map(
    (owner, n) => addresses.replace(given(n), owner, '')?.upload_url.slice(1) ?? '',
  )
  expect(addresses.take(one ?? '', 'b')).toBeUndefined()
  expect(addresses.take(two ?? '', '')).toBeUndefined()
  expect(addresses.take(one ?? '', 'a')?.url.href).toBe('https://files.example.com/0')
  expect(addresses.take(two ?? '', 'b')?.url.href).toBe('https://files.example.com/1')
  time = 31 * 60_000
  expect(addresses.take(three ?? '', 'c')).toBeUndefined()
})
