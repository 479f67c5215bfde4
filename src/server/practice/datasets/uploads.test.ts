// @vitest-environment node
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { addressOf } from '#contract/routes.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { createUploads } from './uploads.ts'
import { createWorker } from './worker.ts'
import { openDatasets, schemaWith } from '#server/testing/call-datasets.ts'
import { documentedExample } from '#contract/examples.ts'
import { requireAccess } from '#server/http/access.ts'

test('an upload address is what the official tool expects, for either kind', async () => {
  const { create, get } = openDatasets()
  const kinds = [
    [await create('Typed', schemaWith()), 'a b.jsonl', 'application/x-ndjson'],
    [await create('Older'), 'ä.csv', 'text/csv'],
  ] as const
  for (const [id, filename, content_type] of kinds) {
    const answer = await get(addressOf('createUploadUrl', { id, filename }))
    expect(answer.status).toBe(201)
    const Tool = z.object({
      upload_url: z.string().check(z.regex(/^http:\/\/[^/]+\/practice\/uploads\/[\w-]{43}$/)),
      http_method: z.literal('PUT'),
      content_type: z.literal(content_type),
      expires_at: z.literal('2026-11-30T10:30:00.000Z'),
      import_id: z.uuid(),
      file_key: z.string(),
    })
    expect(Tool.safeParse(await answer.json()).error).toBeUndefined()
  }
})

test.each([
  ['older', 'a.jsonl'],
  ['typed', 'a.zip'],
  ['typed', 'a.xlsx'],
  ['typed', 'csv'],
])('an address for the %s kind is not given for %s', async (kind, filename) => {
  const { create, get } = openDatasets()
  const id = await create('Data', kind === 'typed' ? schemaWith() : undefined)
  expect((await get(addressOf('createUploadUrl', { id, filename }))).status).toBe(400)
})

test('a HEAD makes no import', async () => {
  const { create, practice, get } = openDatasets()
  const id = await create('Data', schemaWith())
  const address = addressOf('createUploadUrl', { id, filename: 'a.csv' })
  const init = { method: 'HEAD', headers: { authorization: 'Token x' } }
  expect((await practice.api.request(address, init)).status).toBe(405)
  const dataset: unknown = await (await get(addressOf('readDataset', { id }))).json()
  expect(dataset).toMatchObject({ imports: [] })
})

test.each<[string, Record<string, string>, number, string]>([
  ['with another type', { 'content-type': 'text/plain' }, 403, 'SignatureDoesNotMatch'],
  ['with a charset', { 'content-type': 'text/csv; charset=utf-8' }, 403, 'SignatureDoesNotMatch'],
  ['without a type', {}, 403, 'SignatureDoesNotMatch'],
  [
    'with a token',
    { 'content-type': 'text/csv', authorization: 'Token x' },
    400,
    'InvalidArgument',
  ],
  [
    'of 300 MB',
    { 'content-type': 'text/csv', 'content-length': '300000000' },
    400,
    'EntityTooLarge',
  ],
])(
  'a file %s is refused in XML, and the address stays good',
  async (_how, headers, status, code) => {
    const { create, askUrl, put } = openDatasets()
    const address = await askUrl(await create('Data', schemaWith()))
    const refused = await put(address, 'text\na\n', headers)
    expect(refused.status).toBe(status)
    expect(refused.headers.get('content-type')).toContain('application/xml')
    expect(await refused.text()).toContain(`<Error><Code>${code}</Code>`)
    expect((await put(address, 'text\na\n')).status).toBe(200)
  },
)

test('an address takes one file, for half an hour, by PUT', async () => {
  const { create, askUrl, put, clock, practice } = openDatasets()
  const id = await create('Data', schemaWith())
  const used = await askUrl(id)
  expect((await practice.request(used.upload_url)).status).toBe(405)
  const first = await put(used, 'text\na\n')
  expect([first.status, await first.text()]).toEqual([200, ''])
  expect(await (await put(used, 'text\na\n')).text()).toContain('AccessDenied')
  const late = await askUrl(id)
  clock.ms += 30 * 60_000 + 1
  const refused = await put(late, 'text\na\n')
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('expired')])
  const unknown = { ...late, upload_url: late.upload_url.slice(0, -1) }
  expect((await put(unknown, 'x')).status).toBe(403)
})

test('the older kind takes a file without a type', async () => {
  const { create, askUrl, put } = openDatasets()
  const address = await askUrl(await create('Older'))
  expect((await put(address, 'text\na\n', {})).status).toBe(200)
})

test('a file that breaks off leaves nothing, and may be sent again', async () => {
  const { create, askUrl, put, practice, upload, clock } = openDatasets()
  const id = await create('Data', schemaWith())
  const address = await askUrl(id)
  let sent = 0
  const breaking = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      if (sent > 40) controller.error(new Error('gone'))
      else controller.enqueue(new Uint8Array(65_536).fill(97))
    },
  })
  const init = {
    method: 'PUT',
    headers: { 'content-type': 'text/csv' },
    body: breaking,
    duplex: 'half',
  }
  const broken = await practice.request(address.upload_url, init)
  expect(await broken.text()).toContain('RequestTimeout')
  expect(practice.store.imports.chunk(address.import_id ?? '', 0)).toBeUndefined()
  expect((await put(address, 'text\na\n')).status).toBe(200)
  clock.ms += 3000
  expect(await upload(id, 'text\nb\n')).toMatchObject({ status: 'complete', accepted_count: 1 })
})

test('a file of which nothing comes for a while is given up', async () => {
  const { create, askUrl, practice } = openDatasets()
  const { upload_url, import_id } = await askUrl(await create('Data', schemaWith()))
  const { store } = practice
  const worker = createWorker({ store, now: Date.now })
  const uploads = createUploads({ store, now: () => 0, processingMs: 0, worker, idleMs: 20 })
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('text\n')),
  })
  const secret = upload_url.split('/').at(-1) ?? ''
  const init = { method: 'PUT', headers: { 'content-type': 'text/csv' }, body, duplex: 'half' }
  expect(await (await uploads.request(`/${secret}`, init)).text()).toContain('RequestTimeout')
  expect(store.imports.chunk(import_id ?? '', 0)).toBeUndefined()
})

test('behind the whole server: the caller’s own address, no secret, no header, no other host', async () => {
  const { request } = openApp({ access: requireAccess('a-secret-of-this-server') })
  const headers = { ...fromOurPage, 'x-access-secret': 'a-secret-of-this-server' }
  const { workspace_id } = documentedExample
  const body = JSON.stringify({ name: 'Data', workspace_id, schema: schemaWith() })
  const post = { method: 'POST', headers, body }
  const made = await request(`/practice/api${addressOf('createDataset')}`, post)
  const { id } = z.object({ id: z.string() }).parse(await made.json())

  const ask = async (more: Record<string, string> = {}) => {
    const path = `/practice/api${addressOf('createUploadUrl', { id, filename: 'a.csv' })}`
    const answer = await request(path, { headers: { ...headers, ...more } })
    return z.object({ upload_url: z.string() }).parse(await answer.json()).upload_url
  }
  // The same key is the same wish, though it is a GET.
  const first = await ask({ 'idempotency-key': 'one' })
  expect(await ask({ 'idempotency-key': 'one' })).toBe(first)
  expect(await ask({ 'idempotency-key': 'two' })).not.toBe(first)
  expect(new URL(first).host).toBe('127.0.0.1:4173')
  expect(await ask({ 'x-forwarded-proto': 'https' })).toMatch(/^https:/)

  const { pathname } = new URL(first)
  const put = { method: 'PUT', body: new TextEncoder().encode('text\na\n') }
  const type = { 'content-type': 'text/csv' }
  const stranger = await request(pathname, { ...put, headers: { ...type, host: 'evil.example' } })
  expect(stranger.status).toBe(403)
  const foreign = { ...type, origin: 'https://evil.example' }
  expect((await request(pathname, { ...put, headers: foreign })).status).toBe(403)
  expect((await request(pathname, { ...put, headers: type })).status).toBe(200)
})
