// @vitest-environment node
import { expect, test, vi } from 'vitest'
import { DatasetStatus } from '#contract/dataset-requests.ts'
import { RowList } from '#contract/dataset.ts'
import type { DatasetSchema } from '#contract/dataset-schema.ts'
import { addressOf } from '#contract/routes.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { openDatasets, schemaWith } from '#server/testing/call-datasets.ts'

const rowsOf = async ({ asPage }: ReturnType<typeof openDatasets>, id: string) =>
  RowList.parse(await asPage(addressOf('readPracticeRows', { id })))

const clip = (fields: DatasetSchema['fields'], strict = false) => schemaWith(fields, strict)
const two = { text: { type: 'text' }, note: { type: 'metadata' } } as const

type Case = {
  name: string
  schema: DatasetSchema
  file: string
  body: string | Uint8Array<ArrayBuffer>
  end: Record<string, unknown>
  rows: Record<string, unknown>[]
}

const cases: Case[] = [
  {
    name: 'a CSV with quotes, line breaks in cells and CRLF',
    schema: clip(two),
    file: 'a.csv',
    body: '\uFEFFtext , note\r\n"a ""b"",\r\nc",1\r\n\r\n\u00e4,\r\n',
    end: { status: 'complete', accepted_count: 2 },
    rows: [
      { text: 'a "b",\r\nc', note: '1' },
      { text: 'ä', note: '' },
    ],
  },
  {
    name: 'JSON lines with numbers, true and unknown members',
    schema: clip(two),
    file: 'a.jsonl',
    body: '{"text":1.5,"other":{"x":1}}\n\n{"text":true,"note":null}',
    end: { status: 'complete', accepted_count: 2 },
    rows: [{ text: '1.5' }, { text: 'true' }],
  },
  {
    name: 'lines that are no objects, counted from zero',
    schema: clip(two),
    file: 'a.jsonl',
    body: '{"text":"a"}\n{"text":\n[1]\n{"text":{}}\n',
    end: {
      status: 'partial',
      accepted_count: 1,
      rejected_count: 3,
      errors: [
        { record_index: 1, field: '_raw', reason: 'is not valid JSON' },
        { record_index: 2, field: '_raw', reason: 'is not a JSON object' },
        { record_index: 3, field: 'text', reason: 'must be a single value' },
      ],
    },
    rows: [{ text: 'a' }],
  },
  {
    name: 'a missing field where the schema is strict',
    schema: clip(two, true),
    file: 'a.jsonl',
    body: '{"text":"a"}\n{"text":"b","note":""}',
    end: {
      status: 'partial',
      errors: [{ record_index: 0, field: 'note', reason: 'missing value' }],
    },
    rows: [{ text: 'b', note: '' }],
  },
  {
    name: 'identical records, written once and counted as accepted',
    schema: clip(two),
    file: 'a.jsonl',
    body: '{"text":"a","x":1}\n{"text":"b"}\n{"text":"a"}\n',
    end: { status: 'complete', accepted_count: 3, duplicate_count: 1 },
    rows: [{ text: 'a' }, { text: 'b' }],
  },
  {
    name: 'addresses by the type of their field',
    schema: clip({ p: { type: 'image_url' }, a: { type: 'audio_url' }, v: { type: 'video_url' } }),
    file: 'a.csv',
    body: [
      'p,a,v',
      'https://x.org/p,https://x.org/s.MP3?q=1,http://x.org/v.webm',
      ',,',
      'x.org/p.png,,',
      ',https://x.org/s.ogg,',
      ',,ftp://x.org/v.mp4',
    ].join('\n'),
    end: {
      status: 'partial',
      accepted_count: 2,
      rejected_count: 3,
      errors: [
        { record_index: 2, field: 'p' },
        { record_index: 3, field: 'a' },
        { record_index: 4, field: 'v' },
      ],
    },
    rows: [
      { p: 'https://x.org/p', a: 'https://x.org/s.MP3?q=1', v: 'http://x.org/v.webm' },
      { p: '', a: '', v: '' },
    ],
  },
  {
    name: 'a row with too many values, and a quotation mark that nothing closes',
    schema: clip({ text: { type: 'text' } }),
    file: 'a.csv',
    body: 'text\na\nb,c\n"d\n',
    end: { status: 'partial', accepted_count: 1, rejected_count: 2 },
    rows: [{ text: 'a' }],
  },
  {
    name: 'names that objects have from birth',
    schema: clip(Object.fromEntries(['constructor', 'toString'].map((key) => [key, two.text]))),
    file: 'a.jsonl',
    body: '{"constructor":"a","__proto__":{"toString":"x"}}',
    end: { status: 'complete', accepted_count: 1 },
    rows: [{ constructor: 'a' }],
  },
]

const failures: [string, string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
  ['an empty file', 'a.csv', '', /no records/],
  ['a header alone', 'a.csv', 'text,note\n', /no records/],
  ['bytes that are not UTF-8', 'a.csv', new Uint8Array([0x74, 0x0a, 0xff, 0xfe]), /UTF-8/],
  ['two columns of one name', 'a.csv', 'text, text\na,b\n', /Two columns/],
  ['one line of two million characters', 'a.jsonl', `{"text":"${'x'.repeat(2e6)}`, /longer than/],
  ['nothing but broken lines', 'a.jsonl', 'x\ny\n', /Record 0, _raw/],
]

test.each(cases)('$name', async ({ schema, file, body, end, rows }) => {
  const opened = openDatasets()
  const id = await opened.create('Data', schema)
  expect(await opened.upload(id, body, file)).toMatchObject(end)
  const list = await rowsOf(opened, id)
  expect(list.results).toEqual(rows)
  expect(list.meta.count).toBe(rows.length)
})

test.each(failures)('%s fails, says why, and adds nothing', async (_what, file, body, reason) => {
  const opened = openDatasets()
  const id = await opened.create('Data', clip(two))
  const told = await opened.upload(id, body, file)
  expect(told.status).toBe('failed')
  expect(told.reason).toMatch(reason)
  expect((await rowsOf(opened, id)).meta.count).toBe(0)
})

test('no more than a hundred errors come back, and all are counted', async () => {
  const { create, upload } = openDatasets()
  const id = await create('Data', clip(two))
  const told = await upload(id, `{"text":"a"}\n${'x\n'.repeat(250)}`, 'a.jsonl')
  expect(told).toMatchObject({ status: 'partial', rejected_count: 250 })
  expect(told.errors).toHaveLength(100)
})

test('a client has to wait: processing, then the end, and no row before it', async () => {
  const opened = openDatasets()
  const { create, askUrl, put, job, clock } = opened
  const id = await create('Data', clip(two))
  const address = await askUrl(id)
  const status = async (): Promise<unknown> => (await job(id, address.import_id)).status
  expect(await status()).toBe('uninitialised')
  await put(address, 'text\na\n')
  clock.ms += 2999
  await new Promise((next) => setImmediate(next))
  expect(await status()).toBe('processing')
  expect((await rowsOf(opened, id)).meta.count).toBe(0)
  clock.ms += 1
  await expect.poll(status).toBe('complete')
  expect((await rowsOf(opened, id)).meta.count).toBe(1)
})

test('a second file waits in the queue for the first', async () => {
  const { create, askUrl, put, job, clock } = openDatasets()
  const id = await create('Data', clip(two))
  const [one, other] = [await askUrl(id), await askUrl(id)]
  await put(one, 'text\na\n')
  await put(other, 'text\nb\n')
  expect((await job(id, one.import_id)).status).toBe('processing')
  expect((await job(id, other.import_id)).status).toBe('queued')
  clock.ms += 3000
  await expect.poll(async () => (await job(id, one.import_id)).status).toBe('complete')
  expect((await job(id, other.import_id)).status).toBe('processing')
  clock.ms += 3000
  await expect.poll(async () => (await job(id, other.import_id)).status).toBe('complete')
})

test('a typed dataset without a schema lets its file wait, and goes on with the first one', async () => {
  const opened = openDatasets()
  const id = await opened.create('Data', null)
  const told = await opened.upload(id, 'text\na\n')
  expect(told.status).toBe('pending_schema')
  const answer = await opened.patch(addressOf('updateDataset', { id }), { schema: clip(two) })
  expect(answer.status).toBe(200)
  expect(await answer.json()).not.toHaveProperty('migration_job_id')
  expect((await opened.job(id, told.import_id)).status).toBe('processing')
  opened.clock.ms += 3000
  const { job } = opened
  await expect.poll(async () => (await job(id, told.import_id)).status).toBe('complete')
  expect((await rowsOf(opened, id)).results).toEqual([{ text: 'a' }])
})

test('the older kind: no status before a file, groups by their column, and rows may repeat', async () => {
  const opened = openDatasets()
  const id = await opened.create('Older')
  const status = async () => {
    const answer = await opened.get(addressOf('readDatasetStatus', { id }))
    return DatasetStatus.parse(await answer.json())
  }
  expect(await status()).toEqual({ status: 'UNINITIALISED' })
  await opened.upload(id, 'META_TASK_GROUP_ID,text\ng,a\ng,a\nh,b\n')
  expect(await status()).toEqual({ status: 'READY' })
  expect(await (await opened.get(addressOf('readDataset', { id }))).json()).toMatchObject({
    schema_version: 3,
    filename: 'data.csv',
    total_datapoint_count: 3,
    has_predetermined_grouping_id: true,
    schema: null,
    imports: null,
  })
})

test('a broken file leaves the older kind in ERROR, and a ZIP file is refused as unread', async () => {
  const { create, upload, get } = openDatasets()
  const id = await create('Older')
  expect((await upload(id, 'PK', 'a.zip')).reason).toContain('ZIP')
  const answer = await get(addressOf('readDatasetStatus', { id }))
  expect(await answer.json()).toEqual({ status: 'ERROR' })
})

test('what a server left unread is read by the next, once', async () => {
  const path = `${await newDataFolder()}/practice.db`
  const first = openDatasets({ path })
  const id = await first.create('Data', clip(two))
  const lines = Array.from({ length: 20_000 }, (_, index) => `${index},x`)
  const address = await first.askUrl(id)
  await first.put(address, `text,note\n${lines.join('\n')}`)
  // In the middle of the work, between two slices.
  await new Promise((next) => setImmediate(next))
  first.practice.close()

  const second = openDatasets({ path })
  second.clock.ms += 3000
  const told = async () => second.job(id, address.import_id)
  await expect.poll(told, { timeout: 20_000 }).toMatchObject({ status: 'complete' })
  expect((await told()).accepted_count).toBe(20_000)
  expect((await rowsOf(second, id)).meta.count).toBe(20_000)
})

test('a file that breaks the work is given up, and the next one is read', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const opened = openDatasets()
  const id = await opened.create('Data', clip(two))
  const add = vi.spyOn(opened.practice.store.rows, 'add').mockImplementationOnce(() => {
    throw new Error('a fault of ours')
  })
  const told = await opened.upload(id, 'text\na\n')
  expect(told).toMatchObject({ status: 'failed', reason: 'processing failed' })
  add.mockRestore()
  opened.clock.ms += 3000
  expect(await opened.upload(id, 'text\nb\n')).toMatchObject({ status: 'complete' })
  expect((await rowsOf(opened, id)).results).toEqual([{ text: 'b' }])
  written.mockRestore()
})

test('100,000 rows arrive, while others are answered', { timeout: 120_000 }, async () => {
  const opened = openDatasets()
  const id = await opened.create('Large', clip(two))
  const lines = Array.from({ length: 100_000 }, (_, index) => `Row ${index},${'x'.repeat(40)}`)
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 1)
  const told = await opened.upload(id, `text,note\n${lines.join('\n')}\n`)
  clearInterval(timer)
  expect(told).toMatchObject({ status: 'complete', accepted_count: 100_000 })
  const address = addressOf('readPracticeRows', { id, offset: '99998', limit: '5' })
  expect(RowList.parse(await opened.asPage(address)).results.map(({ text }) => text)).toEqual([
    'Row 99998',
    'Row 99999',
  ])
  // By their number and not by a clock, which a busy machine would upset.
  expect(turns).toBeGreaterThan(30)
})
