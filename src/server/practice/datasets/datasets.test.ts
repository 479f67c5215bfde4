// @vitest-environment node
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { AppendAnswer, SchemaMigration } from '#contract/dataset-requests.ts'
import { Dataset, RowList } from '#contract/dataset.ts'
import { PracticeDatasetList } from '#contract/app-config.ts'
import { documentedExample } from '#contract/examples.ts'
import { datasetFaults, type DatasetFaultId } from '#contract/practice-faults.ts'
import { addressOf } from '#contract/routes.ts'
import { DroppedConnection } from '#server/http/answers.ts'
import { practiceDatasets } from '#server/practice/seeds.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { datasetNamed } from '#server/testing/call-backend.ts'
import { openDatasets, schemaWith } from '#server/testing/call-datasets.ts'

const { workspace_id } = documentedExample
const two = { text: { type: 'text' }, note: { type: 'metadata' } } as const
const unknownId = '0192a3b5-e8f9-7a0b-8c2d-000000000000'

const called = (id: DatasetFaultId) =>
  `Rehearsal${datasetFaults.find((fault) => fault.id === id)?.suffix}`

test.each([
  ['typed', schemaWith(two), { schema_version: 4, schema: schemaWith(two), imports: [] }],
  ['typed, with a schema to come', null, { schema_version: 4, schema: null, imports: [] }],
  ['older', undefined, { schema_version: 3, schema: null, imports: null, status: 'UNINITIALISED' }],
])('a dataset of the kind %s is answered as documented', async (_kind, schema, members) => {
  const { post, get } = openDatasets()
  const name = 'Ü\u0000\ud800'
  const made = await post(addressOf('createDataset'), { name, workspace_id, schema })
  expect(made.status).toBe(201)
  const body: unknown = await made.json()
  expect(body).toMatchObject({
    name,
    workspace_id,
    created_at: '2026-11-30T10:00:00.000Z',
    total_datapoint_count: 0,
    ...members,
  })
  const { id } = Dataset.parse(body)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(await (await get(addressOf('readDataset', { id }))).json()).toEqual(body)
  expect((await get(addressOf('readDatasetStatus', { id }))).status).toBe(
    schema === undefined ? 200 : 400,
  )
})

const fields = (count: number, key = 'f') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${key}${index}`, two.text]))

test.each<[string, unknown, number]>([
  ['200 fields', { strict: true, fields: fields(200) }, 201],
  ['201 fields', { strict: true, fields: fields(201) }, 400],
  ['no field', { strict: true, fields: {} }, 400],
  ['a key of 128 characters', { strict: true, fields: fields(1, 'k'.repeat(127)) }, 201],
  ['a key of 129', { strict: true, fields: fields(1, 'k'.repeat(128)) }, 400],
  [
    'a label of 256',
    { strict: true, fields: { a: { type: 'text', label: 'l'.repeat(256) } } },
    400,
  ],
  ['an unknown type', { strict: true, fields: { a: { type: 'pdf_url' } } }, 400],
  [
    'two groups',
    { strict: true, fields: { a: { type: 'task_group_id' }, b: { type: 'task_group_id' } } },
    400,
  ],
  ['no word on strictness', { fields: fields(1) }, 400],
  ['a text', 'x', 400],
])('a schema with %s is answered with the right status', async (_what, schema, status) => {
  const { post } = openDatasets()
  const answer = await post(addressOf('createDataset'), { name: 'Data', workspace_id, schema })
  expect(answer.status).toBe(status)
})

test('a schema that is refused is told the rule that it breaks', async () => {
  const { post } = openDatasets()
  const body = { name: 'Data', workspace_id, schema: { strict: true, fields: {} } }
  const refused = await post(addressOf('createDataset'), body)
  expect(await refused.json()).toMatchObject({
    error: { detail: { 'schema.fields': ['A schema needs between 1 and 200 fields.'] } },
  })
})

test('a stored dataset that cannot be read hides neither others nor its batches', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const path = `${await newDataFolder()}/practice.db`
  const first = openDatasets({ path })
  const broken = await first.create('Broken', schemaWith())
  await first.create('Whole', schemaWith())
  const batch = { ...documentedExample, dataset_id: broken }
  expect((await first.post(addressOf('createBatch'), batch)).status).toBe(201)
  first.practice.close()
  const database = new DatabaseSync(path)
  database.prepare('UPDATE datasets SET schema = ? WHERE id = ?').run('{"strict"', broken)
  database.close()

  const { get, asPage } = openDatasets({ path })
  const { results } = PracticeDatasetList.parse(await asPage(addressOf('listPracticeDatasets')))
  expect(results.slice(practiceDatasets.length).map(({ name }) => name)).toEqual(['Whole'])
  expect((await get(addressOf('readDataset', { id: broken }))).status).toBe(404)
  expect((await get(addressOf('listBatches', { workspace_id }))).status).toBe(200)
  written.mockRestore()
})

test('what is not there is not found, and the datasets of the start stay as they are', async () => {
  const { get, patch, post, append } = openDatasets()
  const id = unknownId
  const missing = [
    await get(addressOf('readDataset', { id })),
    await get(addressOf('readDatasetStatus', { id })),
    await get(addressOf('createUploadUrl', { id, filename: 'a.csv' })),
    await get(addressOf('readDatasetImport', { id, import_id: id })),
    await get(addressOf('readSchemaMigration', { id, job_id: id })),
    await patch(addressOf('updateDataset', { id }), { schema: schemaWith() }),
    await append(id, '{}'),
    await post(addressOf('createDataset'), { name: 'x', workspace_id: 'x' }),
  ]
  expect(missing.map(({ status }) => status)).toEqual(missing.map(() => 404))
  const seed = datasetNamed('105 items')
  expect(
    (await patch(addressOf('updateDataset', { id: seed }), { schema: schemaWith() })).status,
  ).toBe(400)
  expect((await append(seed, '{"review":"x"}')).status).toBe(400)
})

test('an append counts from one, writes identical records once, and sorts after all others', async () => {
  const { create, upload, append, asPage } = openDatasets()
  const id = await create('Data', schemaWith(two))
  await upload(id, 'text\na\n')
  const answer = await append(id, '{"text":"b"}\n\n[]\n{"text":"a"}\n{"text":"b"}\nx')
  expect(answer.status).toBe(200)
  expect(AppendAnswer.parse(await answer.json())).toEqual({
    accepted: 3,
    rejected: 2,
    errors: [
      { record_index: 2, field: '_raw', reason: 'is not a JSON object' },
      { record_index: 5, field: '_raw', reason: 'is not valid JSON' },
    ],
  })
  const rows = RowList.parse(await asPage(addressOf('readPracticeRows', { id })))
  expect(rows.results).toEqual([{ text: 'a' }, { text: 'b' }])
  const none = await append(id, '[]')
  expect([none.status, await none.json()]).toMatchObject([200, { accepted: 0, rejected: 1 }])
})

test('an append of 1,000 records is taken; more, none or too many bytes are refused', async () => {
  const { create, append } = openDatasets()
  const id = await create('Data', schemaWith(two))
  const lines = (count: number, text = 'x') =>
    Array.from({ length: count }, (_, index) => JSON.stringify({ text: `${text}${index}` })).join(
      '\n',
    )
  expect((await append(id, lines(1000))).status).toBe(200)
  expect((await append(id, lines(1001))).status).toBe(400)
  expect((await append(id, ' \n')).status).toBe(400)
  expect((await append(id, lines(10, 'x'.repeat(90_000)))).status).toBe(413)
})

test('an append is for typed datasets with a schema, as JSON lines, and waits for imports', async () => {
  const { create, append, askUrl, put, practice } = openDatasets()
  expect((await append(await create('Older'), '{}')).status).toBe(400)
  expect((await append(await create('Later', null), '{}')).status).toBe(400)
  const id = await create('Data', schemaWith(two))
  const headers = { authorization: 'Token x', 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: '{"text":"a"}' }
  const path = addressOf('appendDatapoints', { id })
  expect((await practice.api.request(path, init)).status).toBe(415)
  await put(await askUrl(id), 'text\na\n')
  expect((await append(id, '{"text":"a"}')).status).toBe(409)
})

test('a change of the schema clears the values that no longer fit, and tells how many', async () => {
  const { create, append, patch, get, clock, asPage } = openDatasets()
  const id = await create('Data', schemaWith(two))
  await append(id, '{"text":"https://x.org/a.png","note":"n"}\n{"text":"words"}')
  const schema = schemaWith({ text: { type: 'image_url' }, more: { type: 'text' } })
  const changed = await patch(addressOf('updateDataset', { id }), { schema })
  expect(changed.status).toBe(200)
  const { migration_job_id: job_id } = z
    .object({ migration_job_id: z.uuid() })
    .parse(await changed.json())
  const told = async () => {
    const answer = await get(addressOf('readSchemaMigration', { id, job_id }))
    return SchemaMigration.parse(await answer.json())
  }
  expect((await told()).status).toBe('processing')
  expect((await append(id, '{"text":""}')).status).toBe(409)
  clock.ms += 3000
  await expect.poll(told).toMatchObject({
    status: 'partial',
    reprocessed_count: 1,
    failed_count: 1,
    errors: [{ field: 'text', reason: 'must be an absolute http or https address' }],
  })
  const rows = RowList.parse(await asPage(addressOf('readPracticeRows', { id })))
  expect(rows.results).toEqual([{ text: 'https://x.org/a.png' }, { text: null }])
})

test('neither the older kind gets a schema, nor the groups of rows another column', async () => {
  const { create, append, patch } = openDatasets()
  const older = await create('Older')
  const change = async (id: string, schema: object) =>
    (await patch(addressOf('updateDataset', { id }), { schema })).status
  expect(await change(older, schemaWith())).toBe(400)
  const grouped = await create('Data', schemaWith({ ...two, g: { type: 'task_group_id' } }))
  expect(await change(grouped, schemaWith(two))).toBe(200)
  await append(grouped, '{"text":"a"}')
  expect(await change(grouped, schemaWith({ ...two, g: { type: 'task_group_id' } }))).toBe(400)
})

test('the page is told of all datasets: those of the start, then the newest', async () => {
  const { create, upload, asPage, practice, clock } = openDatasets()
  const older = await create('Older')
  clock.ms += 1
  const id = await create('Data', schemaWith(two))
  await upload(id, 'text\na\n')
  const { results } = PracticeDatasetList.parse(await asPage(addressOf('listPracticeDatasets')))
  expect(results.slice(practiceDatasets.length)).toEqual([
    { id, name: 'Data', status: 'READY', total_datapoint_count: 1, fields: ['text'] },
    { id: older, name: 'Older', status: 'UNINITIALISED', total_datapoint_count: 0 },
  ])
  const headers = { authorization: 'Token x' }
  const asProgram = await practice.api.request(addressOf('listPracticeDatasets'), { headers })
  expect(asProgram.status).toBe(403)
})

test('typed-off refuses a schema in words that name a permission and a feature', async () => {
  const { post } = openDatasets()
  const name = called('typed-off')
  const make = async (schema?: object) =>
    post(addressOf('createDataset'), { name, workspace_id, schema })
  const refused = await make(schemaWith())
  expect(refused.status).toBe(403)
  expect(await refused.text()).toMatch(/permission.*feature/)
  expect((await make()).status).toBe(201)
})

test('lost-dataset creates and breaks the connection', async () => {
  const { post, practice } = openDatasets()
  const body = { name: called('lost-dataset'), workspace_id }
  await expect(post(addressOf('createDataset'), body)).rejects.toThrow(DroppedConnection)
  expect(practice.store.datasets.all().map(({ name }) => name)).toEqual([body.name])
})

test('upload-refused refuses every file', async () => {
  const { create, askUrl, put } = openDatasets()
  const id = await create(called('upload-refused'), schemaWith())
  const refused = await put(await askUrl(id), 'text\na\n')
  expect([refused.status, await refused.text()]).toEqual([
    403,
    expect.stringContaining('AccessDenied'),
  ])
})

test.each<[DatasetFaultId, Record<string, unknown>]>([
  ['import-partial', { status: 'partial', accepted_count: 10, rejected_count: 2 }],
  ['import-failed', { status: 'failed' }],
])('%s ends the import as it says', async (fault, end) => {
  const { create, upload } = openDatasets()
  const id = await create(called(fault), schemaWith())
  const lines = Array.from({ length: 12 }, (_, index) => `row ${index}`)
  expect(await upload(id, `text\n${lines.join('\n')}`)).toMatchObject(end)
})

test('rows come back as they came, and with entities only where the name asks for it', async () => {
  const { create, append, asPage } = openDatasets()
  const text = '<b>A & B</b> "x" \u00a0’'
  for (const [name, back] of [
    ['Data', text],
    [called('rows-escaped'), '&lt;b&gt;A &amp; B&lt;/b&gt; "x" \u00a0’'],
  ] as const) {
    const id = await create(name, schemaWith())
    await append(id, JSON.stringify({ text }))
    const rows = RowList.parse(await asPage(addressOf('readPracticeRows', { id })))
    expect(rows.results).toEqual([{ text: back }])
  }
})
