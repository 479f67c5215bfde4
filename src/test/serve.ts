import { onTestFinished, vi } from 'vitest'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { Batch, BatchList } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { appConfig } from '#server/app.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'

const backendOf = (environment: Backend['place']) => {
  const found = appConfig({ connected: true, own: false, idleHours: 8 }).backends.find(
    (backend) => backend.place === environment,
  )
  if (!found) throw new Error(`The server does not offer ${environment}.`)
  return found
}

/** The two places as `/config.json` describes them. */
export const practice = backendOf('practice')
export const prolific = backendOf('prolific')

/** A batch that can be set up as it is. */
export const completeBatch = { ...documentedExample, batch_items: sampleBatchItems }

/**
 * Answers the page's requests from a practice backend of its own until the test ends, with no port
 * and no second mock. Time passes there only as the test says.
 */
export function serve() {
  let clock = Date.now()
  const backend = createPracticeBackend({ now: () => clock, slowMs: 0 })
  const calls: string[] = []
  let instead: ((call: string) => Response | Promise<Response | undefined> | undefined) | undefined

  const answer = async (path: string, init: RequestInit = {}) => {
    const call = `${init.method ?? 'GET'} ${path}`
    calls.push(call)
    return (await instead?.(call)) ?? backend.request(path, init)
  }
  vi.stubGlobal('fetch', answer)
  onTestFinished(() => backend.close())

  const send = async (path: string, body: unknown, method = 'POST') => {
    const answered = await backend.request(practice.base_path + path, {
      method,
      headers: { authorization: 'Token test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answered.text()
    if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${text}`)
    return text
  }

  return {
    /** The requests that the page made, oldest first. */
    calls,
    passTime: (ms: number) => {
      clock += ms
    },
    /** Lets a function answer the page's requests; what it leaves goes to the backend. */
    answerInstead: (next: typeof instead) => {
      instead = next
    },
    /** Each batch is a millisecond younger than the one before. */
    create: async (changes: Record<string, unknown> = {}) => {
      clock += 1
      return Batch.parse(
        JSON.parse(await send(addressOf('createBatch'), { ...completeBatch, ...changes })),
      )
    },
    /** The batches of the practice workspace, asked for by somebody else. */
    list: async () => {
      const headers = { authorization: 'Token test' }
      const path = addressOf('listBatches', { workspace_id: documentedExample.workspace_id })
      const answered = await backend.request(practice.base_path + path, { headers })
      return BatchList.parse(await answered.json()).results
    },
    /** What is stored, asked for by somebody else. */
    read: async (id: string) => {
      const headers = { authorization: 'Token test' }
      const answered = await backend.request(practice.base_path + addressOf('readBatch', { id }), {
        headers,
      })
      return Batch.parse(await answered.json())
    },
    /** Somebody else changes the texts. */
    rewrite: async (id: string, task_details: TaskDetails) => {
      await send(addressOf('readBatch', { id }), { task_details }, 'PATCH')
    },
    /** Somebody else changes the questions. */
    rewriteQuestions: async (id: string, batch_items: readonly unknown[]) => {
      await send(addressOf('readBatch', { id }), { batch_items }, 'PATCH')
    },
    /** Somebody else attaches a dataset. */
    attach: async (id: string, dataset_id: string) => {
      await send(addressOf('readBatch', { id }), { dataset_id }, 'PATCH')
    },
    setUp: async (id: string, tasks_per_group = 10) => {
      await send(addressOf('setUpBatch', { id }), { tasks_per_group })
    },
  }
}
