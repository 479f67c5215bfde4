import { expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { CreateBatchRequest } from '#contract/batch.ts'
import { sampleBatchItems } from '#contract/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { exampleDraft } from './starting-points.ts'
import { toCreateBatchRequest } from './to-create-batch-request.ts'

test('the documented example becomes the documented request', () => {
  expect(toCreateBatchRequest(exampleDraft('practice'))).toEqual(documentedExample)
})

test('texts go as written, spaces, quotes and all', () => {
  const steps = '<p>a  b</p>\n<p>"c" \\ \'d\' 👩🏽‍🔬 عربي &nbsp;</p>'
  const request = toCreateBatchRequest({ ...exampleDraft('practice'), steps })
  const { task_details } = CreateBatchRequest.parse(JSON.parse(encodeBody(request)))
  expect(task_details.task_steps).toBe(steps)
})

test('half of a character cannot be sent and is replaced', () => {
  const request = toCreateBatchRequest({ ...exampleDraft('practice'), taskTitle: 'a\uD800b' })
  expect(request.task_details.task_name).toBe('a\uFFFDb')
})

test('what is optional is left out when it is empty', () => {
  const request = toCreateBatchRequest({ ...exampleDraft('practice'), datasetId: ' ' })
  expect(Object.keys(request)).toEqual(['name', 'workspace_id', 'task_details'])
})

test('questions are sent as they were written', () => {
  const questions = JSON.stringify(sampleBatchItems)
  const request = toCreateBatchRequest({ ...exampleDraft('practice'), questions })
  expect(request.batch_items).toEqual(sampleBatchItems)
})
