// @vitest-environment node
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { ImportJob, UploadAddress } from '#contract/dataset-requests.ts'
import { RowList } from '#contract/dataset.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { buildServer, newDataFolder, startServer } from '#server/testing/built-server.ts'

let built: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  built = await buildServer()
}, 120_000)
afterAll(async () => built.remove())

const headers = { 'content-type': 'application/json', 'x-app-request': '1' }
const ROWS = 30_000
const csv = `text\n${Array.from({ length: ROWS }, (_, index) => `Row ${index}`).join('\n')}\n`

test(
  'killed while a file arrives and again while it is read, practice keeps what it has answered',
  { timeout: 120_000 },
  async () => {
    const environment = { DATA_DIR: await newDataFolder(), PRACTICE_SETUP_SECONDS: '0' }
    let server = await startServer(built.main, environment)
    const restart = async () => {
      server.child.kill('SIGKILL')
      await server.closed
      server = await startServer(built.main, environment)
    }
    const read = async <T>(schema: z.ZodMiniType<T>, address: string) =>
      schema.parse(await (await fetch(`${server.api}${address}`, { headers })).json())

    const { workspace_id } = documentedExample
    const schema = { strict: true, fields: { text: { type: 'text' } } }
    const made = await fetch(`${server.api}${addressOf('createDataset')}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Data', workspace_id, schema }),
    })
    const { id } = z.object({ id: z.string() }).parse(await made.json())
    const asked = addressOf('createUploadUrl', { id, filename: 'rows.csv' })
    const { upload_url, import_id } = await read(UploadAddress, asked)
    const { pathname } = new URL(upload_url)
    const job = async () =>
      read(ImportJob, addressOf('readDatasetImport', { id, import_id: import_id ?? '' }))
    const type = { 'content-type': 'text/csv' }

    // Two megabytes arrive, then nothing, and the server dies.
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        sent += 1
        if (sent <= 32) controller.enqueue(new Uint8Array(65_536).fill(97))
        if (sent === 33) server.child.kill('SIGKILL')
      },
    })
    const init = { method: 'PUT', headers: type, body, duplex: 'half' }
    await expect(fetch(server.address + pathname, init)).rejects.toThrow('fetch failed')
    await restart()
    expect((await job()).status).toBe('uninitialised')

    // The address is good until a file has arrived. This one is answered, and the server dies again.
    const put = { method: 'PUT', headers: type, body: csv }
    expect((await fetch(server.address + pathname, put)).status).toBe(200)
    await restart()
    await vi.waitFor(async () => expect((await job()).status).toBe('complete'), {
      timeout: 60_000,
      interval: 20,
    })
    expect((await job()).accepted_count).toBe(ROWS)
    const last = addressOf('readPracticeRows', { id, offset: String(ROWS - 1) })
    expect(await read(RowList, last)).toMatchObject({
      results: [{ text: `Row ${ROWS - 1}` }],
      meta: { count: ROWS },
    })
    expect((await fetch(server.address + pathname, put)).status).toBe(403)
  },
)
