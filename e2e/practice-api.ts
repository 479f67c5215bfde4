import { documentedExample } from '#contract/examples.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { Batch, BatchList } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'

/** A batch that can be set up as it is. */
export const completeBatch = { ...documentedExample, batch_items: sampleBatchItems }

/** The practice backend as another program sees it: what the page did can be checked from outside. */
export class PracticeApi {
  private readonly base: string

  constructor(url: string) {
    this.base = `${url}/practice/api`
  }

  /** The batches of the practice workspace, newest first. */
  async list() {
    const answer = await this.send(
      addressOf('listBatches', { workspace_id: documentedExample.workspace_id }),
    )
    return BatchList.parse(answer).results
  }

  /** The batches with this name, newest first. */
  async named(name: string) {
    return (await this.list()).filter((batch) => batch.name === name)
  }

  async create(request: CreateBatchRequest) {
    return Batch.parse(await this.send(addressOf('createBatch'), request))
  }

  /** Changes the texts, as another program or person would. */
  async rewrite(id: string, task_details: TaskDetails) {
    await this.send(addressOf('readBatch', { id }), { task_details }, 'PATCH')
  }

  /** Changes the questions, as another program or person would. */
  async rewriteQuestions(id: string, batch_items: readonly unknown[]) {
    await this.send(addressOf('readBatch', { id }), { batch_items }, 'PATCH')
  }

  /** Attaches a dataset, as another program or person would. */
  async attach(id: string, dataset_id: string) {
    await this.send(addressOf('readBatch', { id }), { dataset_id }, 'PATCH')
  }

  async read(id: string) {
    return Batch.parse(await this.send(addressOf('readBatch', { id })))
  }

  async setUp(id: string, tasksPerGroup: number) {
    await this.send(addressOf('setUpBatch', { id }), { tasks_per_group: tasksPerGroup })
  }

  private async send(path: string, body?: unknown, method = 'POST'): Promise<unknown> {
    const answer = await fetch(this.base + path, {
      headers: { authorization: 'Token e2e', 'content-type': 'application/json' },
      ...(body !== undefined && { method, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    const text = await answer.text()
    return text === '' ? undefined : JSON.parse(text)
  }
}
