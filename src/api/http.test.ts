import { describe, expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { Batch, BatchList } from '#contract/answers.ts'
import { ApiError, type ApiFailure } from './api-error.ts'
import { encodeBody, send } from './http.ts'

const stored = { id: '01954894-65b3-779e-aaf6-348698e23634', ...documentedExample }

function answerWith(answer: Response | Error) {
  const fetched = vi.fn<typeof fetch>(async () => {
    if (answer instanceof Error) throw answer
    return answer.clone()
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const ask = () => send(Batch, { method: 'GET', path: '/practice/api/v1/anything' })

async function failureOf(answer: Response | Error): Promise<ApiFailure> {
  answerWith(answer)
  const error = await ask().catch((reason: unknown) => reason)
  if (error instanceof ApiError) return error.failure
  throw new Error(`Rejected with something else: ${String(error)}`)
}

const json = (status: number, body: unknown, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers })
const page = '<!doctype html><style>h1{color:red}</style><h1>Something went wrong</h1>'

describe('an answer that can be read', () => {
  test.each([
    ['201', json(201, stored)],
    ['200', json(200, stored)],
    ['a byte order mark before it', new Response(`\uFEFF${JSON.stringify(stored)}`)],
    ['a wrong content type', json(200, stored, { 'content-type': 'text/html' })],
    ['fields that nobody knows', json(200, { ...stored, colour: 'blue' })],
  ])('%s is a batch', async (_, answer) => {
    answerWith(answer)
    expect(await ask()).toMatchObject({ id: stored.id, name: stored.name })
  })

  test('drift is read as far as it can be, and unknown words are kept', async () => {
    answerWith(json(200, { id: 'no-uuid', name: null, status: 'ARCHIVED', datasets: 'none' }))
    expect(await ask()).toMatchObject({
      id: 'no-uuid',
      name: '',
      status: 'ARCHIVED',
      datasets: [],
      total_task_count: null,
      task_details: null,
    })
  })

  test('a list leaves out what is no batch', async () => {
    answerWith(json(200, { results: [stored, { name: 'no id' }, null] }))
    const { results } = await send(BatchList, { method: 'GET', path: '/list' })
    expect(results.map(({ id }) => id)).toEqual([stored.id])
  })
})

describe('an answer that is not what was asked for', () => {
  test.each([
    ['201 without the id', json(201, { created: 'yes' }), 'The answer has no readable "id".'],
    ['201 of the wrong types', json(201, { id: 7 }), 'The answer has no readable "id".'],
    ['204 with nothing in it', new Response(null, { status: 204 }), 'The answer was not readable.'],
    ['truncated JSON', new Response('{"id": "01954'), 'The answer was not JSON.'],
    ['NaN', new Response('{"id": NaN}'), 'The answer was not JSON.'],
    ['an HTML page with 200', new Response(page), 'The answer was not JSON.'],
    ['a list instead of an object', json(200, []), 'The answer was not readable.'],
  ])('%s is off the contract, and says why', async (_, answer, detail) => {
    const { status } = answer
    expect(await failureOf(answer)).toEqual({ kind: 'off-contract', status, detail })
  })

  test('a redirect is not followed', async () => {
    const answer = new Response(null, { status: 302, headers: { location: 'https://other.test/' } })
    const fetched = answerWith(answer)
    await expect(ask()).rejects.toMatchObject({
      failure: { kind: 'off-contract', detail: 'The server answered with a redirect.' },
    })
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' })
  })

  test('a redirect as browsers hide it is the same', async () => {
    const hidden = Object.defineProperties(new Response(), {
      type: { value: 'opaqueredirect' },
      ok: { value: false },
      status: { value: 0 },
      clone: { value: () => hidden },
    })
    expect(await failureOf(hidden)).toMatchObject({
      kind: 'off-contract',
      detail: 'The server answered with a redirect.',
    })
  })
})

describe('a refusal', () => {
  test.each([400, 409, 413, 415, 422])('%i was rejected', async (status) => {
    const answer = json(status, { error: { status, title: 'No', detail: 'Not like this.' } })
    expect(await failureOf(answer)).toEqual({
      kind: 'rejected',
      status,
      detail: 'Not like this.',
      fields: {},
      issues: [],
    })
  })

  test.each([401, 403])('%i is about the token', async (status) => {
    expect(await failureOf(json(status, { detail: 'No.' }))).toEqual({
      kind: 'unauthorized',
      status,
      detail: 'No.',
    })
  })

  test('404 is an id that is not there', async () => {
    expect(await failureOf(json(404, { detail: 'workspace not found' }))).toEqual({
      kind: 'missing',
      detail: 'workspace not found',
      feature: false,
    })
  })

  test('404 about a permission for a feature says so', async () => {
    const detail = 'You do not currently have permission to access to this feature.'
    expect(await failureOf(json(404, { error: { detail } }))).toMatchObject({
      kind: 'missing',
      feature: true,
    })
  })

  test.each([
    [{ 'retry-after': '20' }, 20_000],
    [{}, null],
  ])('429 with %o waits %s ms', async (headers, retryAfterMs) => {
    expect(await failureOf(json(429, { detail: 'Slow down' }, headers))).toEqual({
      kind: 'throttled',
      retryAfterMs,
    })
  })
})

describe('a breakdown', () => {
  test.each([408, 500, 502, 504])('%i is unavailable', async (status) => {
    expect(await failureOf(new Response('', { status }))).toEqual({
      kind: 'unavailable',
      status,
      detail: '',
      retryAfterMs: null,
    })
  })

  test('an HTML page is told as the words on it', async () => {
    expect(await failureOf(new Response(page, { status: 500 }))).toMatchObject({
      kind: 'unavailable',
      detail: 'Something went wrong',
    })
  })

  test('503 may say how long to wait', async () => {
    const answer = new Response('', { status: 503, headers: { 'retry-after': '5' } })
    expect(await failureOf(answer)).toMatchObject({ kind: 'unavailable', retryAfterMs: 5000 })
  })

  test('no connection is unreachable, and keeps the cause for developers only', async () => {
    const cause = new TypeError('Failed to fetch')
    answerWith(cause)
    await expect(ask()).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
      message: 'unreachable',
      cause,
    })
  })

  test('a connection that breaks within the answer is unreachable', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('reset')),
    })
    expect(await failureOf(new Response(broken))).toEqual({ kind: 'unreachable' })
  })

  test('a request that the page itself gave up is no failure of the backend', async () => {
    const giveUp = new AbortController()
    giveUp.abort()
    answerWith(new DOMException('Aborted', 'AbortError'))
    const asked = send(Batch, { method: 'GET', path: '/v1', signal: giveUp.signal })
    await expect(asked).rejects.not.toBeInstanceOf(ApiError)
  })
})

test('a relay that could not reach the place says that nothing was sent', async () => {
  const error = {
    status: 502,
    title: 'Bad gateway',
    detail: '',
    additional_information: 'not-sent',
  }
  answerWith(json(502, { error }))
  await expect(ask()).rejects.toMatchObject({ failure: { kind: 'unavailable', notSent: true } })
  answerWith(json(502, { error: { ...error, additional_information: 'outcome-unknown' } }))
  await expect(ask()).rejects.not.toMatchObject({ failure: { notSent: true } })
})

describe('what is sent', () => {
  test('a write is the JSON that the page shows, from this page', async () => {
    const fetched = answerWith(json(201, stored))
    await send(Batch, { method: 'POST', path: '/v1/batches', body: encodeBody(documentedExample) })
    const [path, init] = fetched.mock.calls[0] ?? []
    expect(path).toBe('/v1/batches')
    expect(init).toMatchObject({ method: 'POST', body: encodeBody(documentedExample) })
    const { 'idempotency-key': key, ...headers } = Object.fromEntries(new Headers(init?.headers))
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-app-request': '1',
    })
  })

  test('two writes are told apart, a read needs no key', async () => {
    const fetched = answerWith(json(201, stored))
    const write = {
      method: 'POST',
      path: '/v1/batches',
      body: encodeBody(documentedExample),
    } as const
    await send(Batch, write)
    await send(Batch, write)
    await ask()
    const [first, second, read] = fetched.mock.calls.map(([, init]) =>
      new Headers(init?.headers).get('idempotency-key'),
    )
    expect(first).not.toBe(second)
    expect(read).toBeNull()
  })

  test('a read has no body and names no content type', async () => {
    const fetched = answerWith(json(200, stored))
    await ask()
    const init = fetched.mock.calls[0]?.[1]
    expect(init).not.toHaveProperty('body')
    expect(new Headers(init?.headers).has('content-type')).toBe(false)
  })
})

test('an answer that our own reading fails at is one that is not understood', async () => {
  const answer = json(400, {})
  vi.spyOn(answer.headers, 'get').mockImplementation(() => {
    throw new TypeError('on purpose')
  })
  vi.stubGlobal('fetch', async () => answer)
  const error = await ask().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ failure: { kind: 'off-contract', status: 400 } })
})
