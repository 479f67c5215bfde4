import * as z from 'zod/mini'
import { ImportJob, SyncJob, UploadAddress } from '#contract/dataset-requests.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { readyTemplates } from '#drafts/templates/ready-templates.ts'
import { datasetNamed } from '#server/testing/call-backend.ts'
import type { Surroundings } from '#server/testing/tools/official-tool.ts'

const { workspace_id, task_details } = documentedExample
const Made = z.looseObject({ id: z.string() })
const Changed = z.looseObject({ migration_job_id: z.string() })
const MOST_POLLS = 200

/** Makes the calls that the app's own pages make, with the questions of every template. */
export async function makeAppCalls({ base, fetch, wait }: Required<Surroundings>) {
  async function call<T>(
    reads: z.ZodMiniType<T>,
    method: string,
    address: string,
    { body, type = 'application/json' }: { body?: unknown; type?: string } = {},
  ) {
    const answer = await fetch(`${base}/api${address}`, {
      method,
      headers: {
        accept: 'application/json',
        authorization: 'Token of-the-server',
        ...(body !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`)
    return reads.parse(text === '' ? undefined : JSON.parse(text))
  }
  const any = z.unknown()
  const get = async (address: string) => call(any, 'GET', address)
  const make = async (address: string, body: unknown) => call(Made, 'POST', address, { body })
  async function waitFor<T extends { status: string }>(reads: z.ZodMiniType<T>, address: string) {
    for (let polls = 0; polls < MOST_POLLS; polls += 1) {
      const told = await call(reads, 'GET', address)
      if (!/^(uninitialised|queued|processing)$/i.test(told.status)) return told
      await wait()
    }
    throw new Error(`${address} did not come to an end.`)
  }

  await get(addressOf('readMe'))
  await get(addressOf('listWorkspaces', { limit: '200', offset: '0' }))
  const dataset_id = datasetNamed('Material for every template')
  await make(addressOf('createBatch'), { ...documentedExample, dataset_id })
  for (const { id, questions } of readyTemplates) {
    const body = { name: id, workspace_id, task_details, dataset_id, batch_items: questions }
    await make(addressOf('createBatch'), body)
  }
  await get(addressOf('listBatches', { workspace_id }))

  const schema = { strict: false, fields: { review: { type: 'text', label: 'Review' } } }
  const dataset = await make(addressOf('createDataset'), { name: 'Rows', workspace_id, schema })
  const { id } = dataset
  const upload = await call(
    UploadAddress,
    'GET',
    addressOf('createUploadUrl', { id, filename: 'rows.csv' }),
  )
  const headers = { 'content-type': upload.content_type }
  await fetch(upload.upload_url, { method: 'PUT', headers, body: 'review\nGood\n"' })
  const import_id = upload.import_id ?? ''
  await waitFor(ImportJob, addressOf('readDatasetImport', { id, import_id }))
  await call(any, 'POST', addressOf('appendDatapoints', { id }), {
    body: '{"review":"Bad"}\nno JSON\n',
    type: 'application/x-ndjson',
  })
  const wider = { ...schema, fields: { ...schema.fields, photo: { type: 'image_url' } } }
  const { migration_job_id } = await call(Changed, 'PATCH', addressOf('updateDataset', { id }), {
    body: { schema: wider },
  })
  const job = addressOf('readSchemaMigration', { id, job_id: migration_job_id })
  await waitFor(z.looseObject({ status: z.string() }), job)
  await get(addressOf('readDataset', { id }))

  const [sentiment] = readyTemplates
  const batch = await make(addressOf('createBatch'), {
    name: 'Followed',
    workspace_id,
    task_details,
    dataset_id: id,
    batch_items: sentiment?.questions,
    auto_sync_enabled: true,
  })
  const address = addressOf('readBatch', { id: batch.id })
  const changed = await call(Made, 'PATCH', address, {
    body: { name: 'Followed closely', task_details, auto_sync_enabled: false },
  })
  await call(any, 'POST', addressOf('setUpBatch', changed), {
    body: { dataset_id: id, tasks_per_group: 2 },
  })
  await waitFor(
    z.looseObject({ status: z.string() }),
    addressOf('readBatchStatus', { id: batch.id }),
  )
  await get(address)
  const sync = await call(SyncJob, 'POST', addressOf('syncBatch', { id: batch.id }))
  await waitFor(SyncJob, addressOf('readSync', { id: batch.id, sync_id: sync.sync_id }))
  const copy = { name: 'A copy', upload_new_dataset: true }
  await make(addressOf('duplicateBatch', { id: batch.id }), copy)
}
