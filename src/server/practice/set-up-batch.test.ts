// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest'
import { Batch, BatchStatus } from '#contract/answers.ts'
import {
  batches,
  callerOf,
  datasetNamed,
  exampleWithQuestions,
} from '#server/testing/call-backend.ts'
import { createPracticeBackend } from './backend.ts'

const showsField = (field: string) => [
  { rows: [{ columns: [{ items: [{ type: 'dataset_field', field }] }] }] },
]

/** A batch whose questions show a field that the dataset it was created with has. */
async function createdWith(dataset: string, field: string) {
  const practice = createPracticeBackend()
  onTestFinished(() => practice.close())
  const { get, post } = callerOf(practice.api)
  const created = await post(
    batches,
    exampleWithQuestions({ dataset_id: datasetNamed(dataset), batch_items: showsField(field) }),
  )
  const { id } = Batch.parse(await created.json())
  const path = `${batches}/${id}`
  return {
    setUp: async (words: string) =>
      post(`${path}/setup`, { dataset_id: datasetNamed(words), tasks_per_group: 10 }),
    status: async () => BatchStatus.parse(await (await get(`${path}/status`)).json()).status,
  }
}

const reviews = '105 items with fields'

test('set-up with a dataset without the field that the questions show is refused, and nothing begins', async () => {
  const { setUp, status } = await createdWith(reviews, 'review')
  const answer = await setUp('without fields')
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    type: 'INVALID_BATCH_ITEMS',
    issues: [{ page: 0, row: 0, column: 0, item: 0, field: 'review' }],
  })
  expect(await status()).toBe('UNINITIALISED')
})

test('set-up with the dataset that has the field begins', async () => {
  const { setUp, status } = await createdWith(reviews, 'review')
  expect((await setUp(reviews)).status).toBe(202)
  expect(await status()).toBe('PROCESSING')
})
