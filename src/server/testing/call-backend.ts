import { documentedExample } from '#contract/examples.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { practiceDatasets } from '#server/practice/seeds.ts'

type Backend = { request: (path: string, init?: RequestInit) => Response | Promise<Response> }

const token = { authorization: 'Token for-the-test' }

/** Calls of a backend as a program makes them, at paths below `/v1`. */
export function callerOf(backend: Backend) {
  const write = (method: string) => async (path: string, body: unknown) =>
    backend.request(path, {
      method,
      headers: { ...token, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    get: async (path: string) => backend.request(path, { headers: token }),
    post: write('POST'),
    patch: write('PATCH'),
    lines: async (path: string, body: string) =>
      backend.request(path, {
        method: 'POST',
        headers: { ...token, 'content-type': 'application/x-ndjson' },
        body,
      }),
  }
}

export const batches = '/v1/data-collection/batches'

/** The documented example, which practice takes, with changes. */
export const exampleWith = (changes: Record<string, unknown> = {}) => ({
  ...documentedExample,
  ...changes,
})

export const exampleWithQuestions = (changes: Record<string, unknown> = {}) =>
  exampleWith({ batch_items: sampleBatchItems, ...changes })

/** The id of the seeded dataset whose name contains some words. */
export function datasetNamed(words: string) {
  const dataset = practiceDatasets.find(({ name }) => name.includes(words))
  if (!dataset) throw new Error(`No practice dataset is called ${words}.`)
  return dataset.id
}
