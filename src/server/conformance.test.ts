// @vitest-environment node
import { Hono } from 'hono'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { BatchItemsRejection, sampleBatchItems } from '#contract/questions/batch-items.ts'
import { DocumentedBatch } from '#contract/batch.ts'
import { Batch, BatchList, BatchStatus } from '#contract/answers.ts'
import { Dataset } from '#contract/dataset.ts'
import { UploadAddress } from '#contract/dataset-requests.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { practiceUser } from '#server/practice/seeds.ts'
import { createRelay } from '#server/relay/relay.ts'
import {
  batches,
  callerOf,
  datasetNamed,
  exampleWith,
  exampleWithQuestions,
} from '#server/testing/call-backend.ts'
import { serveApp } from '#server/testing/http-fixture.ts'

const documentedTexts = {
  name: documentedExample.name,
  task_details: documentedExample.task_details,
}

/** The schema `Error` of the API's documents, which they name for every 400 of a batch. */
const DocumentedError = z.strictObject({
  error: z.strictObject({
    status: z.int(),
    error_code: z.int(),
    title: z.string(),
    detail: z.string(),
  }),
})

/** Practice itself, with a clock that the test moves. */
function practiceAlone() {
  const clock = { ms: Date.parse('2026-11-23T10:00:00.000Z') }
  const practice = createPracticeBackend({ now: () => clock.ms })
  onTestFinished(() => practice.close())
  return { practice, clock, api: practice.api }
}

const backends = {
  practice: async () => practiceAlone(),
  'the relay in front of practice': async () => {
    const { practice, clock, api } = practiceAlone()
    const url = await serveApp(new Hono({ strict: false }).route('/api', api))
    const relay = createRelay({ url, token: 'of-the-server' })
    onTestFinished(relay.close)
    return { practice, clock, api: relay.api }
  },
}

describe.each(Object.entries(backends))('%s', (name, start) => {
  async function open() {
    const { api, clock } = await start()
    const call = callerOf(api)
    const create = async (body: unknown) => {
      const response = await call.post(batches, body)
      expect(response.status).toBe(201)
      return DocumentedBatch.parse(await response.json())
    }
    const status = async (id: string) =>
      BatchStatus.parse(await (await call.get(`${batches}/${id}/status`)).json()).status
    return { api, clock, call, create, status }
  }

  test('creates the documented example and rests at UNINITIALISED', async () => {
    const { create, call, clock, status } = await open()
    const batch = await create(documentedExample)
    expect(batch).toMatchObject({
      name: documentedExample.name,
      created_at: '2026-11-23T10:00:00.000Z',
      created_by: practiceUser.id,
      datasets: [{ id: documentedExample.dataset_id, total_datapoint_count: 100 }],
      status: 'UNINITIALISED',
      total_task_count: 0,
      total_task_groups: 0,
      task_details: documentedExample.task_details,
    })
    expect(batch.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    clock.ms += 86_400_000
    expect(await status(batch.id)).toBe('UNINITIALISED')
    const read = await call.get(`${batches}/${batch.id}`)
    expect(read.status).toBe(200)
    expect(await read.json()).toMatchObject({ id: batch.id, batch_items: null })
  })

  test.each([
    [
      'of every kind',
      '<P>a&nbsp;b<br/>\r\n\t&copy; ©️ 👩‍🔬 \u0000\ud800 "\\" <script>x</script><li>unclosed',
    ],
    ['from right to left', '<p dir="rtl">مرحبا \u202e שלום\u200f</p>'],
    ['of 300 kB each', `<p>${'é'.repeat(150_000)}</p>`],
  ])('keeps texts %s exactly as they came', async (_case, text) => {
    const { create, call } = await open()
    const task_details = { task_name: text, task_introduction: text, task_steps: `${text} ` }
    const first = text.slice(0, 100)
    const { id } = await create(exampleWith({ name: first, task_details }))
    const read = await call.get(`${batches}/${id}`)
    expect(await read.json()).toMatchObject({ name: first, task_details })
  })

  test('gives every page, row, column and question an id, and counts the questions', async () => {
    const { create, call } = await open()
    const batch = await create(exampleWithQuestions())
    expect(batch.total_instruction_count).toBe(2)
    const read = Batch.parse(await (await call.get(`${batches}/${batch.id}`)).json())
    expect(read.batch_items).toEqual(batch.batch_items)
    expect(read.batch_items).toMatchObject(sampleBatchItems)
    expect(JSON.stringify(read.batch_items).match(/"id":/g)).toHaveLength(8)
  })

  test('lists the newest batch first and creates the same batch twice when asked twice', async () => {
    const { create, call, clock } = await open()
    const ids: string[] = []
    for (const step of [0, 0, 5]) {
      clock.ms += step
      ids.unshift((await create(documentedExample)).id)
    }
    const list = await call.get(`${batches}?workspace_id=${documentedExample.workspace_id}`)
    const { results, meta } = BatchList.parse(await list.json())
    expect(results.map(({ id }) => id)).toEqual(ids)
    expect(meta).toEqual({ count: 3 })
  })

  test('sets up: 202 without a body, PROCESSING for three seconds, then READY', async () => {
    const { create, call, clock, status } = await open()
    const { id } = await create(exampleWithQuestions({ dataset_id: datasetNamed('105 items') }))
    const started = await call.post(`${batches}/${id}/setup`, { tasks_per_group: 10 })
    expect(started.status).toBe(202)
    expect(await started.text()).toBe('')
    clock.ms += 2999
    expect(await status(id)).toBe('PROCESSING')
    clock.ms += 1
    expect(await status(id)).toBe('READY')
    expect(await (await call.get(`${batches}/${id}`)).json()).toMatchObject({
      status: 'READY',
      total_task_count: 105,
      total_task_groups: 11,
    })
  })

  test.each([
    ['one task per group when not told', '105 items', {}, 105, 105],
    ['groups of the file itself', 'own groups', { tasks_per_group: 7 }, 60, 12],
    ['an empty dataset', 'Empty', {}, 0, 0],
  ])('sets up with %s', async (_case, dataset, body, total_task_count, total_task_groups) => {
    const { create, call, clock } = await open()
    const question = { type: 'free_text', description: 'Why?' }
    const batch_items = [{ rows: [{ columns: [{ items: [question] }] }] }]
    const { id } = await create(exampleWith({ dataset_id: undefined, batch_items }))
    const body2 = { dataset_id: datasetNamed(dataset), ...body }
    expect((await call.post(`${batches}/${id}/setup`, body2)).status).toBe(202)
    clock.ms += 3000
    expect(await (await call.get(`${batches}/${id}`)).json()).toMatchObject({
      status: 'READY',
      datasets: [{ id: datasetNamed(dataset) }],
      total_task_count,
      total_task_groups,
    })
  })

  test.each([
    ['questions are missing', exampleWith(), {}],
    [
      'no dataset is attached or given',
      exampleWithQuestions({
        batch_items: [
          { rows: [{ columns: [{ items: [{ type: 'free_text', description: 'Why?' }] }] }] },
        ],
        dataset_id: null,
      }),
      {},
    ],
    [
      'the dataset is being processed',
      exampleWithQuestions(),
      { dataset_id: datasetNamed('Still') },
    ],
    ['the dataset is broken', exampleWithQuestions(), { dataset_id: datasetNamed('Broken') }],
  ])('refuses a set-up in the documented envelope when %s', async (_case, body, setUp) => {
    const { create, call, status } = await open()
    const { id } = await create(body)
    const refused = await call.post(`${batches}/${id}/setup`, setUp)
    expect(refused.status).toBe(400)
    expect(DocumentedError.parse(await refused.json()).error.status).toBe(400)
    expect(await status(id)).toBe('UNINITIALISED')
  })

  test.each(['setup', 'duplicate'])('takes a %s without a body as one of {}', async (what) => {
    const { create, api } = await open()
    const status = what === 'setup' ? 202 : 201
    const json = 'application/json'
    for (const type of [undefined, json, `${json}; charset=utf-8`]) {
      for (const body of [undefined, '']) {
        const { id } = await create(exampleWithQuestions())
        // Bytes, because a text brings a content type along.
        const bytes = body === undefined ? null : new TextEncoder().encode(body)
        const headers = { authorization: 'Token x', ...(type && { 'content-type': type }) }
        const init = { method: 'POST', headers, body: bytes }
        expect((await api.request(`${batches}/${id}/${what}`, init)).status).toBe(status)
      }
    }
  })

  test('takes no other request without a body, and none with a body that is not JSON', async () => {
    const { create, api } = await open()
    const { id } = await create(exampleWithQuestions())
    const ask = async (method: string, path: string, body: string | null = null) => {
      const headers = { authorization: 'Token x' }
      const bytes = body === null ? null : new TextEncoder().encode(body)
      return (await api.request(path, { method, headers, body: bytes })).status
    }
    expect(await ask('POST', batches)).toBe(415)
    expect(await ask('PATCH', `${batches}/${id}`)).toBe(415)
    expect(await ask('POST', `${batches}/${id}/setup`, '{}')).toBe(415)
    expect(await ask('POST', `${batches}/${id}/duplicate`, ' ')).toBe(415)
  })

  test('refuses a second set-up', async () => {
    const { create, call } = await open()
    const { id } = await create(exampleWithQuestions())
    expect((await call.post(`${batches}/${id}/setup`, {})).status).toBe(202)
    expect((await call.post(`${batches}/${id}/setup`, {})).status).toBe(400)
  })

  test('names every wrong field of a create in one answer', async () => {
    const { call } = await open()
    const task_details = { task_name: 1, task_introduction: 'x' }
    const refused = await call.post(batches, { name: null, task_details, batch_items: 'x' })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      error: {
        status: 400,
        detail: {
          name: ['Must be a string.'],
          workspace_id: ['This field is missing.'],
          'task_details.task_name': ['Must be a string.'],
          'task_details.task_steps': ['This field is missing.'],
          batch_items: ['Must be a list.'],
        },
      },
    })
  })

  test.each([
    ['tasks_per_group 0', { tasks_per_group: 0 }],
    ['tasks_per_group "3"', { tasks_per_group: '3' }],
    ['tasks_per_group 1.5', { tasks_per_group: 1.5 }],
    ['a list', []],
  ])('refuses a set-up with %s', async (_case, body) => {
    const { create, call } = await open()
    const { id } = await create(exampleWithQuestions())
    expect((await call.post(`${batches}/${id}/setup`, body)).status).toBe(400)
  })

  test('changes what a request names and leaves the rest as it was', async () => {
    const { create, call } = await open()
    const before = await create(exampleWithQuestions())
    const address = `${batches}/${before.id}`
    const task_details = {
      task_name: 'Ünïcode 👩‍🔬 \u0000',
      task_introduction: '<P>a&nbsp;b<br/>\r\n<li>unclosed',
      task_steps: '',
    }
    const changed = await call.patch(address, { task_details })
    expect(changed.status).toBe(200)
    expect(DocumentedBatch.parse(await changed.json())).toEqual({ ...before, task_details })

    expect((await call.patch(address, { name: 'Other' })).status).toBe(200)
    expect(await (await call.get(address)).json()).toMatchObject({
      ...before,
      name: 'Other',
      task_details,
    })
    expect((await call.patch(address, {})).status).toBe(200)
    expect(await (await call.get(address)).json()).toMatchObject({ name: 'Other', task_details })
  })

  test('changes dataset and questions, and takes the questions away', async () => {
    const { create, call } = await open()
    const { id } = await create(exampleWith({ dataset_id: undefined }))
    const dataset_id = datasetNamed('105 items')
    const layout = { dataset_id, batch_items: sampleBatchItems }
    const changed = await call.patch(`${batches}/${id}`, layout)
    expect(await changed.json()).toMatchObject({
      datasets: [{ id: dataset_id }],
      batch_items: sampleBatchItems,
      total_instruction_count: 2,
    })
    const emptied = await call.patch(`${batches}/${id}`, { batch_items: null })
    expect(await emptied.json()).toMatchObject({ batch_items: null, total_instruction_count: 0 })
  })

  test('takes automatic syncing as true or false and as nothing else', async () => {
    const { create, call } = await open()
    const { id } = await create({ ...documentedExample, auto_sync_enabled: true })
    const stored = await call.get(`${batches}/${id}`)
    expect(await stored.json()).toMatchObject({ auto_sync_enabled: true })
    const refused = await call.post(batches, { ...documentedExample, auto_sync_enabled: 'yes' })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      error: { detail: { auto_sync_enabled: ['Must be true or false.'] } },
    })
  })

  test('names every wrong field of a change, and changes nothing', async () => {
    const { create, call } = await open()
    const { id } = await create(documentedExample)
    const refused = await call.patch(`${batches}/${id}`, {
      name: 7,
      task_details: { task_name: 'only this' },
      auto_sync_enabled: 'yes',
    })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      error: {
        detail: {
          name: ['Must be a string.'],
          'task_details.task_introduction': ['This field is missing.'],
          'task_details.task_steps': ['This field is missing.'],
          auto_sync_enabled: ['Must be true or false.'],
        },
      },
    })
    expect(await (await call.get(`${batches}/${id}`)).json()).toMatchObject(documentedTexts)
  })

  test.each([
    ['an unknown dataset', { dataset_id: 'x' }, 404],
    ['a dataset of null', { dataset_id: null }, 400],
    ['no page at all', { batch_items: [] }, 422],
    ['a list', [], 400],
  ])('refuses a change to %s', async (_case, body, expected) => {
    const { create, call } = await open()
    const { id } = await create(documentedExample)
    expect((await call.patch(`${batches}/${id}`, body)).status).toBe(expected)
  })

  test('after set-up takes new texts, but no other questions or dataset', async () => {
    const { create, call } = await open()
    const { id } = await create(exampleWithQuestions())
    const address = `${batches}/${id}`
    expect((await call.post(`${address}/setup`, {})).status).toBe(202)
    const { task_details } = documentedExample
    expect((await call.patch(address, { task_details })).status).toBe(200)
    for (const change of [{ batch_items: null }, { dataset_id: datasetNamed('105 items') }]) {
      const refused = await call.patch(address, change)
      expect(refused.status).toBe(400)
      expect(DocumentedError.parse(await refused.json()).error.detail).toContain('are fixed')
    }
  })

  test('duplicates a batch that was set up: all of it but the set-up, with the same dataset', async () => {
    const { create, call, clock } = await open()
    const task_details = {
      task_name: 'Ünïcode 👩‍🔬 \u0000',
      task_introduction: '<P>a&nbsp;b<br/>\r\n<li>unclosed',
      task_steps: '',
    }
    const first = await create(exampleWithQuestions({ task_details }))
    expect((await call.post(`${batches}/${first.id}/setup`, {})).status).toBe(202)
    clock.ms += 3000

    const answered = await call.post(`${batches}/${first.id}/duplicate`, {})
    expect(answered.status).toBe(201)
    const copy = DocumentedBatch.parse(await answered.json())
    expect(copy).toMatchObject({
      name: `${first.name} (Copy)`,
      status: 'UNINITIALISED',
      created_at: '2026-11-23T10:00:03.000Z',
      datasets: first.datasets,
      workspace_id: first.workspace_id,
      task_details,
      batch_items: sampleBatchItems,
      total_instruction_count: 2,
    })
    const ids = (batch: unknown) => JSON.stringify(batch).match(/"id":"[^"]+"/g) ?? []
    expect(ids(copy.batch_items)).toHaveLength(8)
    const shared = new Set<string>(ids(first.batch_items))
    expect(ids(copy.batch_items).filter((id) => shared.has(id))).toEqual([])
    expect(copy.id).not.toBe(first.id)
    expect(await (await call.get(`${batches}/${first.id}`)).json()).toMatchObject({
      name: first.name,
      status: 'READY',
    })
  })

  test('duplicates a batch under another name and without its dataset', async () => {
    const { create, call } = await open()
    const { id } = await create(documentedExample)
    const wish = { name: 'Second wave', upload_new_dataset: true }
    const copy: unknown = await (await call.post(`${batches}/${id}/duplicate`, wish)).json()
    expect(copy).toMatchObject({ ...documentedTexts, name: 'Second wave', datasets: [] })
    expect(copy).not.toHaveProperty('batch_items')
  })

  test('names every wrong field of a duplicate, and creates nothing', async () => {
    const { create, call } = await open()
    const { id } = await create(documentedExample)
    const body = { name: 7, upload_new_dataset: 'yes' }
    const refused = await call.post(`${batches}/${id}/duplicate`, body)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      error: {
        detail: { name: ['Must be a string.'], upload_new_dataset: ['Must be true or false.'] },
      },
    })
    const list = await call.get(`${batches}?workspace_id=${documentedExample.workspace_id}`)
    expect(await list.json()).toMatchObject({ meta: { count: 1 } })
  })

  test('answers a broken layout with 422 and places, and creates nothing', async () => {
    const { call } = await open()
    const batch_items = [
      { rows: [{ columns: [{ items: [{ type: 'dataset_field', field: 'x' }] }] }] },
    ]
    const refused = await call.post(batches, exampleWith({ batch_items }))
    expect(refused.status).toBe(422)
    expect(BatchItemsRejection.parse(await refused.json())).toMatchObject({
      type: 'INVALID_BATCH_ITEMS',
      issues: [{ page: 0, row: 0, column: 0, item: 0, field: 'x' }],
    })
    const list = await call.get(`${batches}?workspace_id=${documentedExample.workspace_id}`)
    expect(await list.json()).toMatchObject({ meta: { count: 0 } })
  })

  test.each([
    ['an unknown batch', 'GET', `${batches}/0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c8d`, undefined, 404],
    ['the status of an unknown batch', 'GET', `${batches}/nothing/status`, undefined, 404],
    ['the set-up of an unknown batch', 'POST', `${batches}/nothing/setup`, '{}', 404],
    ['an unknown workspace', 'POST', batches, exampleWith({ workspace_id: 'x' }), 404],
    ['the list of an unknown workspace', 'GET', `${batches}?workspace_id=x`, undefined, 404],
    ['an unknown dataset', 'POST', batches, exampleWith({ dataset_id: 'x' }), 404],
    ['a list without a workspace', 'GET', batches, undefined, 400],
    ['broken JSON', 'POST', batches, '{"name":', 400],
    ['a list as the body', 'POST', batches, '[]', 400],
    [
      'JSON nested a thousand levels deep',
      'POST',
      batches,
      '['.repeat(1000) + ']'.repeat(1000),
      400,
    ],
    ['a megabyte and more', 'POST', batches, `"${'x'.repeat(MAX_BODY_BYTES)}"`, 413],
    ['a method the list does not have', 'DELETE', batches, undefined, 405],
    ['a change of an unknown batch', 'PATCH', `${batches}/nothing`, '{}', 404],
    ['a change in broken JSON', 'PATCH', `${batches}/x`, '{"name":', 400],
    ['a change of a megabyte', 'PATCH', `${batches}/x`, `"${'x'.repeat(MAX_BODY_BYTES)}"`, 413],
    ['a method a batch does not have', 'DELETE', `${batches}/x`, undefined, 405],
    ['another method a batch does not have', 'PUT', `${batches}/x`, '{}', 405],
    ['a duplicate of an unknown batch', 'POST', `${batches}/nothing/duplicate`, '{}', 404],
    ['a duplicate in broken JSON', 'POST', `${batches}/x/duplicate`, '{"name":', 400],
    ['a method a duplicate does not have', 'GET', `${batches}/x/duplicate`, undefined, 405],
    ['a method set-up does not have', 'GET', `${batches}/x/setup`, undefined, 405],
    ['an address that is not there', 'GET', '/v1/studies/', undefined, 404],
  ])('answers %s with JSON: %s %s', async (_case, method, path, body, status) => {
    const { api } = await open()
    const text = typeof body === 'string' ? body : body && JSON.stringify(body)
    const response = await api.request(path, {
      method,
      headers: { authorization: 'Token x', 'content-type': 'application/json' },
      ...(text !== undefined && { body: text }),
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toHaveProperty('error.detail')
    expect(response.headers.has('allow')).toBe(status === 405)
  })

  test('takes addresses with and without a slash at the end', async () => {
    const { call } = await open()
    for (const path of ['/v1/users/me', '/v1/users/me/', '/v1/workspaces', '/v1/workspaces/']) {
      expect((await call.get(path)).status).toBe(200)
    }
    expect((await call.post(`${batches}/`, documentedExample)).status).toBe(201)
  })

  test('names the user and the one workspace', async () => {
    const { call } = await open()
    const me = await call.get('/v1/users/me/')
    expect(await me.json()).toMatchObject({ id: practiceUser.id, email: practiceUser.email })
    const list = await call.get('/v1/workspaces/?limit=200&offset=0')
    expect(await list.json()).toMatchObject({
      results: [{ id: documentedExample.workspace_id, title: 'Practice workspace' }],
      meta: { count: 1 },
    })
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
  ])('refuses a body that is sent as %s', async (type) => {
    const { api, create } = await open()
    const { id } = await create(documentedExample)
    for (const [method, path] of [
      ['POST', batches],
      ['PATCH', `${batches}/${id}`],
    ] as const) {
      const response = await api.request(path, {
        method,
        headers: { authorization: 'Token x', 'content-type': type },
        body: JSON.stringify(documentedExample),
      })
      expect(response.status).toBe(415)
    }
  })

  test('makes a dataset, takes an upload address for it, and follows its import', async () => {
    const { call, clock } = await open()
    const wish = { name: 'Texts', workspace_id: documentedExample.workspace_id }
    const schema = { strict: false, fields: { text: { type: 'text' } } }
    const created = await call.post(addressOf('createDataset'), { ...wish, schema })
    expect(created.status).toBe(201)
    const { id, ...dataset } = Dataset.parse(await created.json())
    expect(dataset).toMatchObject({ schema_version: 4, schema, imports: [] })
    const address = addressOf('createUploadUrl', { id, filename: 'texts.jsonl' })
    const given = await call.get(address)
    expect(given.status).toBe(201)
    const { import_id, ...upload } = UploadAddress.parse(await given.json())
    expect(upload).toMatchObject({ http_method: 'PUT', content_type: 'application/x-ndjson' })
    const followed = { id, import_id: import_id ?? '' }
    const job = await call.get(addressOf('readDatasetImport', followed))
    expect(await job.json()).toMatchObject({ import_id, status: 'uninitialised' })

    const lines = '{"text":"a"}\n{"text":"b"}\n'
    const appended = await call.lines(addressOf('appendDatapoints', { id }), lines)
    expect(await appended.json()).toEqual({ accepted: 2, rejected: 0, errors: [] })
    const read = await call.get(addressOf('readDataset', { id }))
    expect(await read.json()).toMatchObject({ total_datapoint_count: 2 })

    const fields = { ...schema.fields, note: { type: 'metadata' } }
    const changed = await call.patch(addressOf('updateDataset', { id }), {
      schema: { strict: false, fields },
    })
    const { migration_job_id } = z
      .looseObject({ migration_job_id: z.string() })
      .parse(await changed.json())
    clock.ms += 60_000
    const migration = addressOf('readSchemaMigration', { id, job_id: migration_job_id })
    expect((await call.get(migration)).status).toBe(200)
    expect((await call.get(addressOf('readDatasetStatus', { id }))).status).toBe(400)
    const older = await call.post(addressOf('createDataset'), wish)
    const { id: olderId } = Dataset.parse(await older.json())
    const state = await call.get(addressOf('readDatasetStatus', { id: olderId }))
    expect(await state.json()).toEqual({ status: 'UNINITIALISED' })
  })

  test('lists tasks and groups after set-up, and syncs what came later', async () => {
    const { create, call, clock } = await open()
    const { id } = await create(exampleWithQuestions())
    for (const list of ['listTasks', 'listTaskGroups'] as const) {
      expect(await (await call.get(addressOf(list, { id }))).json()).toEqual([])
    }
    expect((await call.post(`${batches}/${id}/setup`, { tasks_per_group: 10 })).status).toBe(202)
    clock.ms += 60_000
    const groups = z.array(z.string())
    expect(
      groups.parse(await (await call.get(addressOf('listTaskGroups', { id }))).json()),
    ).toHaveLength(10)
    const sync = await call.post(addressOf('syncBatch', { id }), {})
    expect(sync.status).toBe(202)
    const { sync_id } = z.looseObject({ sync_id: z.string() }).parse(await sync.json())
    const read = await call.get(addressOf('readSync', { id, sync_id }))
    expect(await read.json()).toMatchObject({ batch_id: id, sync_id })
  })

  // The one difference: the relay has the server's token, so it never asks its caller for one.
  test.runIf(name === 'practice').each([
    ['nothing', undefined],
    ['a bearer', 'Bearer x'],
    ['no token', 'Token '],
    ['two words', 'Token a b'],
    ['lower case', 'token x'],
  ])('refuses %s as Authorization', async (_case, authorization) => {
    const { api } = await open()
    const response = await api.request('/v1/users/me/', {
      headers: authorization === undefined ? {} : { authorization },
    })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { status: 401 } })
  })
})
