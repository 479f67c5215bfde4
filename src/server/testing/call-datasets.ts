import { expect, onTestFinished, vi } from 'vitest'
import type * as z from 'zod/mini'
import { Dataset } from '#contract/dataset.ts'
import { ImportJob, UploadAddress } from '#contract/dataset-requests.ts'
import type { DatasetSchema } from '#contract/dataset-schema.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { callerOf } from './call-backend.ts'

const PROCESSING_MS = 3000

/** A schema in which one column is shown, and the others are what a test says. */
export const schemaWith = (
  fields: DatasetSchema['fields'] = { text: { type: 'text' } },
  strict = false,
): DatasetSchema => ({ strict, fields })

/** Practice with a clock that the test moves, and what programs and pages do with its datasets. */
export function openDatasets({ path = ':memory:' } = {}) {
  const clock = { ms: Date.parse('2026-11-30T10:00:00.000Z') }
  const practice = createPracticeBackend({
    path,
    now: () => clock.ms,
    processingMs: PROCESSING_MS,
  })
  onTestFinished(() => {
    if (practice.store.isOpen()) practice.close()
  })
  const call = callerOf(practice.api)

  async function create(name: string, schema?: DatasetSchema | null) {
    const { workspace_id } = documentedExample
    const answer = await call.post(addressOf('createDataset'), { name, workspace_id, schema })
    expect(answer.status).toBe(201)
    return Dataset.parse(await answer.json()).id
  }

  async function askUrl(id: string, filename = 'data.csv') {
    const answer = await call.get(addressOf('createUploadUrl', { id, filename }))
    expect(answer.status).toBe(201)
    return UploadAddress.parse(await answer.json())
  }

  /** Sends a file as the official tool does: with the type that was said, and without a token. */
  const put = async (
    { upload_url, content_type }: z.infer<typeof UploadAddress>,
    body: BodyInit,
    headers: Record<string, string> = { 'content-type': content_type },
  ) => {
    // Bytes, because a text brings a type of its own along.
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    return practice.request(upload_url, { method: 'PUT', headers, body: bytes })
  }

  const job = async (id: string, importId: string | null) => {
    const address = addressOf('readDatasetImport', { id, import_id: importId ?? '' })
    return ImportJob.parse(await (await call.get(address)).json())
  }

  /** Sends a file and waits, by the clock and for the work, until its import rests. */
  async function upload(id: string, body: BodyInit, filename?: string) {
    const address = await askUrl(id, filename)
    expect((await put(address, body)).status).toBe(200)
    clock.ms += PROCESSING_MS
    return vi.waitFor(
      async () => {
        const told = await job(id, address.import_id)
        expect(['queued', 'processing']).not.toContain(told.status)
        return told
      },
      { timeout: 60_000, interval: 5 },
    )
  }

  /** Asks for a page's own answers, which programs do not get. */
  const asPage = async (address: string): Promise<unknown> => {
    const headers = { 'x-app-request': '1' }
    const answer = await practice.request(`/practice/api${address}`, { headers })
    return answer.json()
  }

  const append = async (id: string, body: string) =>
    practice.api.request(addressOf('appendDatapoints', { id }), {
      method: 'POST',
      headers: { authorization: 'Token x', 'content-type': 'application/x-ndjson' },
      body,
    })

  return { ...call, practice, clock, create, askUrl, put, job, upload, asPage, append }
}
