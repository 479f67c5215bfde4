// @vitest-environment node
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { DocumentedBatch } from '#contract/batch.ts'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { batches, exampleWithQuestions } from '#server/testing/call-backend.ts'
import { createPracticeBackend } from './backend.ts'
import { practiceDatasets, practiceWorkspace } from './seeds.ts'

const practice = createPracticeBackend()
afterAll(() => practice.close())

/** A batch that is there to be changed. */
const { id: known } = DocumentedBatch.parse(
  await (
    await practice.api.request(batches, {
      method: 'POST',
      headers: { authorization: 'Token x', 'content-type': 'application/json' },
      body: JSON.stringify(exampleWithQuestions()),
    })
  ).json(),
)

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

async function call(path: string, method: string, headers: [string, string][], body?: string) {
  const response = await practice.api.request(path, {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  return { status: response.status, text, type: response.headers.get('content-type') }
}

const usual: [string, string][] = [
  ['authorization', 'Token x'],
  ['content-type', 'application/json'],
]

test('300 right bodies are created and answered as documented', async () => {
  await fc.assert(
    fc.asyncProperty(valid, async (body) => {
      const { status, text } = await call(batches, 'POST', usual, JSON.stringify(body))
      expect(status).toBe(201)
      const batch = DocumentedBatch.parse(JSON.parse(text))
      expect([batch.name, batch.task_details]).toEqual([body.name, body.task_details])
    }),
    { numRuns: 300 },
  )
}, 60_000)

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

test('200 right changes are stored and answered as documented', async () => {
  await fc.assert(
    fc.asyncProperty(valid, async ({ workspace_id: _not, dataset_id: _given, ...change }) => {
      const { status, text } = await call(
        `${batches}/${known}`,
        'PATCH',
        usual,
        JSON.stringify(change),
      )
      expect(status).toBe(200)
      const batch = DocumentedBatch.parse(JSON.parse(text))
      expect([batch.name, batch.task_details]).toEqual([change.name, change.task_details])
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('700 broken bodies are answered in JSON and never with 5xx', async () => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(broken, async (body) => {
      const setsUp = body.length % 7 === 0
      const changes = body.length % 3 === 0
      const path = setsUp ? `${batches}/x/setup` : changes ? `${batches}/${known}` : batches
      const { status, text, type } = await call(
        path,
        changes && !setsUp ? 'PATCH' : 'POST',
        usual,
        body,
      )
      seen.add(status)
      expect(status).toBeLessThan(500)
      expect(type).toBe('application/json')
      expect(() => JSON.parse(text) as unknown).not.toThrow()
      expect(text).not.toMatch(/node_modules|\n\s+at /)
    }),
    { numRuns: 700 },
  )
  expect([...seen]).toEqual(expect.arrayContaining([200, 201, 400, 404, 422]))
}, 60_000)

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'),
  path: fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'v1',
          'data-collection',
          'batches',
          'status',
          'setup',
          'duplicate',
          'workspaces',
          'me',
        ),
        fc.webSegment(),
        fc.constantFrom('..', '%2e%2e', '%00', '%', '%ff', '*', ':id'),
      ),
      { maxLength: 6 },
    )
    .map((segments) => `/${segments.join('/')}`),
  query: fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((query) => `?${query}`),
  ),
  headers: fc.array(
    fc.tuple(
      fc.constantFrom('authorization', 'content-type', 'content-length', 'accept', 'x-app-request'),
      fc.oneof(
        fc.constantFrom('Token x', 'application/json', '5', '-1', 'x'),
        fc.string({ maxLength: 30 }).filter((value) => /^[\x21-\x7e]*$/.test(value)),
      ),
    ),
    { maxLength: 4 },
  ),
  body: fc.option(fc.oneof(fc.json(), fc.string()), { nil: undefined }),
})

test('300 requests of any kind are answered in JSON and never with 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(anyRequest, async ({ method, path, query, headers, body }) => {
      const bodiless = method === 'GET' || method === 'HEAD'
      const sent = bodiless ? undefined : body
      const { status, text, type } = await call(path + query, method, headers, sent)
      expect(status).toBeLessThan(500)
      expect(type).toBe('application/json')
      expect(() => JSON.parse(method === 'HEAD' ? '{}' : text) as unknown).not.toThrow()
    }),
    { numRuns: 300 },
  )
}, 60_000)
