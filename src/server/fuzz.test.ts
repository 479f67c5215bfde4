// @vitest-environment node
import * as fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DocumentedBatch } from '#contract/batch.ts'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { batches, exampleWithQuestions } from '#server/testing/call-backend.ts'
import { serveApp } from '#server/testing/http-fixture.ts'
import { report } from '#test/figures.ts'
import { runsOr } from '#test/runs.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { practiceDatasets, practiceWorkspace } from '#server/practice/seeds.ts'

const RUNS = runsOr(12)
/** How many requests of each kind: thousands in the long run. */
const count = { right: RUNS * 25, changes: RUNS * 25, broken: RUNS * 100, any: RUNS * 25 }
const LONG = { timeout: 60_000 + RUNS * 3000 }

type Send = (path: string, init: RequestInit) => Response | Promise<Response>

/** Backends by name, each with a way to call it as somebody who may. */
const backends: Record<string, () => Promise<Send>> = {
  practice: async () => {
    const practice = createPracticeBackend()
    onTestFinished(() => practice.close())
    return (path, init) => practice.api.request(path, init)
  },
  'the whole server with practice as its provider': async () => {
    const practice = createPracticeBackend()
    onTestFinished(() => practice.close())
    const prolificUrl = await serveApp(new Hono({ strict: false }).route('/api', practice.api))
    const { request } = openApp({ prolificUrl, token: 'of-the-server' })
    return async (path, init) => {
      const headers = new Headers(init.headers)
      if (headers.get('authorization') === 'Token x') headers.delete('authorization')
      for (const [name, value] of Object.entries(fromOurPage)) {
        if (!headers.has(name)) headers.set(name, value)
      }
      headers.set('idempotency-key', crypto.randomUUID())
      return request(`/prolific/api${path}`, { ...init, headers })
    }
  },
}

async function open(name: string) {
  const send = await backends[name]?.()
  if (!send) throw new Error(`There is no backend called ${name}.`)
  const call = async (path: string, method: string, headers: [string, string][], body?: string) => {
    const response = await send(path, { method, headers, ...(body !== undefined && { body }) })
    const text = await response.text()
    return { status: response.status, text, type: response.headers.get('content-type') }
  }
  // A batch that is there to be changed.
  const answer = await call(batches, 'POST', usual, JSON.stringify(exampleWithQuestions()))
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
  const { id } = DocumentedBatch.parse(JSON.parse(answer.text))
  return { call, known: id }
}

const html = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('', ' ', '<p>', '\u0000', '\ud800', '<script>', '\u202e', '👩‍🔬'.repeat(500)),
)

const question = fc.oneof(
  fc.record({ type: fc.constant('free_text'), description: fc.string({ minLength: 1 }) }),
  fc.record({ type: fc.constant('dataset_field'), field: fc.constantFrom('review', 'product') }),
)

const withoutQuestions = fc.record(
  {
    name: html.filter((name) => practiceFaultOf(name) === undefined),
    workspace_id: fc.constant(practiceWorkspace.id),
    task_details: fc.record({ task_name: html, task_introduction: html, task_steps: html }),
    dataset_id: fc.constantFrom(null, ...practiceDatasets.map(({ id }) => id)),
    batch_items: fc.constant(null),
    auto_sync_enabled: fc.boolean(),
  },
  { requiredKeys: ['name', 'workspace_id', 'task_details'] },
)

const withQuestions = fc.tuple(withoutQuestions, question).map(([body, item]) =>
  exampleWithQuestions({
    name: body.name,
    task_details: body.task_details,
    batch_items: [{ rows: [{ columns: [{ items: [item] }] }] }],
  }),
)

const valid = fc.oneof(withoutQuestions, withQuestions)

const usual: [string, string][] = [
  ['authorization', 'Token x'],
  ['content-type', 'application/json'],
]

/** A right body with one part replaced by anything, or its text with a few characters changed. */
const broken = fc.oneof(
  fc
    .tuple(
      valid,
      fc.constantFrom(
        'name',
        'workspace_id',
        'task_details',
        'dataset_id',
        'batch_items',
        '__proto__',
      ),
      fc.jsonValue({ maxDepth: 4 }),
    )
    .map(([body, key, value]) =>
      JSON.stringify({ ...body, ...Object.fromEntries([[key, value]]) }),
    ),
  fc
    .tuple(valid, fc.nat(), fc.nat({ max: 5 }), fc.string({ maxLength: 5 }))
    .map(([body, at, length, text]) => {
      const json = JSON.stringify(body)
      const start = at % json.length
      return json.slice(0, start) + text + json.slice(start + length)
    }),
  fc.json(),
  fc.string({ unit: 'binary' }),
)

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'),
  path: fc
    .tuple(
      fc.constantFrom('', '/v1', batches, `${batches}/x`, '/v1/workspaces', '/v1/users/me'),
      fc.array(
        fc.oneof(
          fc.constantFrom('v1', 'data-collection', 'batches', 'workspaces', 'me'),
          fc.constantFrom('status', 'setup', 'duplicate'),
          fc.webSegment(),
          fc.constantFrom('..', '%2e%2e', '%00', '%', '%ff', '*', ':id'),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([start, segments]) => [start, ...segments].join('/') || '/'),
  query: fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((query) => `?${query}`),
  ),
  headers: fc
    .tuple(
      fc.constantFrom(usual, usual, usual, []),
      fc.array(
        fc.tuple(
          fc.constantFrom(
            'authorization',
            'content-type',
            'content-length',
            'accept',
            'x-app-request',
          ),
          fc.oneof(
            fc.constantFrom('Token x', 'application/json', '5', '-1', 'x'),
            fc.string({ maxLength: 30 }).filter((value) => /^[\x21-\x7e]*$/.test(value)),
          ),
        ),
        { maxLength: 4 },
      ),
    )
    // A header that is given twice is the last one: both together would never be right.
    .map(([first, more]) => [...new Map([...first, ...more])]),
  body: fc.option(fc.oneof(fc.json(), fc.string()), { nil: undefined }),
})

describe.each(Object.keys(backends))('%s', (name) => {
  test(
    `${count.right} right bodies are created and answered as documented`,
    LONG,
    async (context) => {
      const { call } = await open(name)
      await fc.assert(
        fc.asyncProperty(valid, async (body) => {
          const { status, text } = await call(batches, 'POST', usual, JSON.stringify(body))
          expect(status).toBe(201)
          const batch = DocumentedBatch.parse(JSON.parse(text))
          expect([batch.name, batch.task_details]).toEqual([body.name, body.task_details])
        }),
        { numRuns: count.right },
      )
      report(context, { requests: count.right, 'created as documented': count.right, '5xx': 0 })
    },
  )

  test(`${count.changes} right changes are stored and answered as documented`, LONG, async () => {
    const { call, known } = await open(name)
    await fc.assert(
      fc.asyncProperty(valid, async ({ workspace_id: _not, dataset_id: _given, ...change }) => {
        const path = `${batches}/${known}`
        const { status, text } = await call(path, 'PATCH', usual, JSON.stringify(change))
        expect(status).toBe(200)
        const batch = DocumentedBatch.parse(JSON.parse(text))
        expect([batch.name, batch.task_details]).toEqual([change.name, change.task_details])
      }),
      { numRuns: count.changes },
    )
  })

  test(
    `${count.broken} broken bodies are answered in JSON and never with 5xx`,
    LONG,
    async (context) => {
      const { call, known } = await open(name)
      const seen = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(broken, async (body) => {
          const setsUp = body.length % 7 === 0
          const changes = body.length % 3 === 0
          const path = setsUp ? `${batches}/x/setup` : changes ? `${batches}/${known}` : batches
          const method = changes && !setsUp ? 'PATCH' : 'POST'
          const { status, text, type } = await call(path, method, usual, body)
          seen.set(status, (seen.get(status) ?? 0) + 1)
          expect(status).toBeLessThan(500)
          expect(type).toBe('application/json')
          expect(() => JSON.parse(text) as unknown).not.toThrow()
          expect(text).not.toMatch(/node_modules|\n\s+at /)
        }),
        { numRuns: count.broken },
      )
      expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 404, 422]))
      report(context, { requests: count.broken, ...Object.fromEntries(seen), '5xx': 0 })
    },
  )

  test(
    `${count.any} requests of any kind are answered in JSON and never with 5xx`,
    LONG,
    async (context) => {
      const { call } = await open(name)
      const seen = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(anyRequest, async ({ method, path, query, headers, body }) => {
          const bodiless = method === 'GET' || method === 'HEAD'
          const sent = bodiless ? undefined : body
          const { status, text, type } = await call(path + query, method, headers, sent)
          seen.set(status, (seen.get(status) ?? 0) + 1)
          expect(status).toBeLessThan(500)
          expect(type).toBe('application/json')
          expect(() => JSON.parse(method === 'HEAD' ? '{}' : text) as unknown).not.toThrow()
        }),
        { numRuns: count.any },
      )
      report(context, { requests: count.any, ...Object.fromEntries(seen), '5xx': 0 })
    },
  )
})
