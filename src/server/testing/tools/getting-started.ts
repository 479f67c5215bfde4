import * as z from 'zod/mini'
import type { Surroundings } from './official-tool.ts'

const Id = z.looseObject({ id: z.string() })
const Status = z.looseObject({ status: z.string() })
const MOST_POLLS = 180

/** As Python writes JSON: nothing but ASCII. */
const pythonJson = (value: unknown) =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * Plays the provider's getting-started program up to the study: a dataset without a schema, its file
 * without a Content-Type, a batch of the earlier kind with instructions, and the report. Throws where
 * the program would end. Resolves to what the program keeps.
 */
export async function runGettingStarted(
  { base, wait, fetch = globalThis.fetch }: Surroundings,
  workspace_id: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
) {
  const api = `${base}/api/v1`
  const headers = {
    authorization: 'Token from-the-environment',
    'content-type': 'application/json',
  }

  async function call<T>(reads: z.ZodMiniType<T>, path: string, body?: unknown) {
    const answer = await fetch(`${api}${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: pythonJson(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    const told = await answer.text()
    return reads.parse(told === '' ? undefined : JSON.parse(told))
  }
  async function waitForReady(path: string) {
    const seen: string[] = []
    for (let polls = 0; polls < MOST_POLLS; polls += 1) {
      const { status } = await call(Status, path)
      if (seen.at(-1) !== status) seen.push(status)
      if (status === 'READY') return seen
      if (status === 'ERROR') break
      await wait()
    }
    throw new Error(`${path} never was READY: ${seen.join(', ')}`)
  }

  const me = await call(z.looseObject({ id: z.string(), name: z.string() }), '/users/me/')
  const dataset = await call(Id, '/data-collection/datasets', { name: 'Pairs', workspace_id })
  const upload = await call(
    z.looseObject({ upload_url: z.string() }),
    `/data-collection/datasets/${dataset.id}/upload-url/${file.name}`,
  )
  const sent = await fetch(upload.upload_url, { method: 'PUT', body: file.bytes })
  if (!sent.ok) throw new Error(`The file was refused: ${await sent.text()}`)
  const datasetStates = await waitForReady(`/data-collection/datasets/${dataset.id}/status`)

  const batch = await call(Id, '/data-collection/batches', {
    name: 'Which response is better?',
    workspace_id,
    dataset_id: dataset.id,
    task_details: {
      task_name: 'Which response is better?',
      task_introduction: '<p>Compare two responses – honestly.</p>',
      task_steps: '<ul><li>Read both</li> <li>Choose</li></ul>',
      // The program sends these, though no page of the API names them.
      inputs: ['prompt', 'response_a', 'response_b'],
      judgment: { type: 'multiple_choice' },
      randomize_inputs: ['response_a', 'response_b'],
      validation: {},
    },
  })
  const address = `/data-collection/batches/${batch.id}`
  await call(z.unknown(), `${address}/instructions`, {
    instructions: [
      {
        type: 'multiple_choice',
        created_by: me.name,
        description: 'Which response is better?',
        options: [
          { label: 'Response A is better', value: 'A' },
          { label: 'Response B is better', value: 'B' },
        ],
        answer_limit: 1,
      },
    ],
  })
  await call(z.unknown(), `${address}/setup`, { dataset_id: dataset.id, tasks_per_group: 10 })
  const batchStates = await waitForReady(`${address}/status`)

  // It leaves out the slash that the API's pages put at the end.
  const { url } = await call(z.looseObject({ url: z.string() }), `${address}/report`)
  const report = await fetch(url)
  if (!report.ok) throw new Error(`The report was refused: ${await report.text()}`)
  return {
    datasetId: dataset.id,
    batchId: batch.id,
    datasetStates,
    batchStates,
    report: await report.text(),
  }
}
