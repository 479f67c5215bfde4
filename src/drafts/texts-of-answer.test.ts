// @vitest-environment node
import { expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { Batch } from '#contract/answers.ts'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { textsOfBatch } from './texts-of-answer.ts'

const { dataset_id, ...example } = documentedExample
const batch = Batch.parse({ ...example, id: 'b', datasets: [{ id: dataset_id }] })

test('a batch made from a draft gives the draft back', () => {
  expect(textsOfBatch(batch, 'practice', 'practice')).toEqual({
    ...exampleDraft('practice'),
    questions: '',
  })
})

test('ids stay where they mean something', () => {
  const texts = textsOfBatch(batch, 'practice', 'prolific')
  expect([texts.workspaceId, texts.datasetId]).toEqual(['', ''])
})

test('the ids that the API gave to questions are not sent again', () => {
  const [page] = sampleBatchItems
  const row = page?.rows[0]
  const column = row?.columns[0]
  const items = column?.items.map((item, at) => ({ ...item, id: `item-${at}` }))
  const batch_items = [{ id: 'p', rows: [{ id: 'r', columns: [{ id: 'c', items }] }] }]
  const { questions } = textsOfBatch({ ...batch, batch_items }, 'practice', 'practice')
  expect(JSON.parse(questions)).toEqual([{ rows: [{ columns: [{ items: column?.items }] }] }])
})

test('a batch without texts is no obstacle', () => {
  const bare = Batch.parse({ id: 'b', task_details: null })
  expect(textsOfBatch(bare, 'practice', 'practice').steps).toBe('')
})
