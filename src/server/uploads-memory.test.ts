// @vitest-environment node
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { request, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UploadAddress } from '#contract/dataset-requests.ts'
import { addressOf } from '#contract/routes.ts'
import { buildServer, newDataFolder, startServer } from '#server/testing/built-server.ts'
import { serveUntilTestEnds } from '#server/testing/http-fixture.ts'
import { report } from '#test/figures.ts'
import { runsOr } from '#test/runs.ts'

let built: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  built = await buildServer()
}, 120_000)
afterAll(async () => built.remove())

const DATASET = '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c8d'
const TYPE = 'application/x-ndjson'
const MB = 1_000_000
/** The long proof sends 50 files of 100 MB each at once. */
const isLong = runsOr(5) > 5
const files = isLong ? 50 : 10
const size = (isLong ? 100 : 20) * MB

/** The most memory that a process has had, in bytes. */
async function peakOf(pid: number | undefined) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024
}

test.runIf(existsSync('/proc/self/status'))(
  'many uploads at once take little memory, and each arrives whole',
  { timeout: 600_000 },
  async (context) => {
    const arrived: number[] = []
    const storage = await serveUntilTestEnds((incoming, outgoing) => {
      if (incoming.method !== 'PUT') {
        const body = {
          upload_url: `${storage}/file`,
          http_method: 'PUT',
          content_type: TYPE,
          import_id: 'i',
        }
        outgoing.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(body))
        return
      }
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
      })
      incoming.on('end', () => {
        arrived.push(bytes)
        outgoing.writeHead(200).end()
      })
    })
    const { address, child } = await startServer(built.main, {
      DATA_DIR: await newDataFolder(),
      PROLIFIC_URL: storage,
      PROLIFIC_TOKEN: 'token-of-the-server',
      WRITES_PER_MINUTE: '0',
    })
    const headers = { 'x-app-request': '1', origin: address }
    const before = await peakOf(child.pid)
    const upload = async () => {
      const asked = addressOf('createUploadUrl', { id: DATASET, filename: 'rows.jsonl' })
      const key = { ...headers, 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch(`${address}/prolific/api${asked}`, { headers: key })
      const { upload_url } = UploadAddress.parse(await answer.json())
      const call = request(address + upload_url, {
        method: 'PUT',
        headers: { ...headers, 'content-type': TYPE, 'content-length': size },
      })
      const piece = Buffer.alloc(MB, 97)
      Readable.from(
        (function* () {
          for (let sent = 0; sent < size; sent += MB) yield piece
        })(),
      ).pipe(call)
      const response = await new Promise<IncomingMessage>((answered, failed) => {
        call.once('response', answered).once('error', failed)
      })
      response.resume()
      return response.statusCode
    }
    const statuses = await Promise.all(Array.from({ length: files }, upload))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(arrived).toEqual(Array.from({ length: files }, () => size))
    const peak = await peakOf(child.pid)
    const more = Math.round((peak - before) / MB)
    report(context, { 'MB sent': (files * size) / MB, 'MB of memory more': more })
    // Held back, all of it would be far more.
    expect(peak - before).toBeLessThan(isLong ? 300 * MB : 120 * MB)
  },
)
