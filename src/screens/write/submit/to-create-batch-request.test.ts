import { expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { CreateBatchRequest } from '#contract/batch.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { toCreateBatchRequest } from './to-create-batch-request.ts'

test('the documented example becomes the documented request, with questions in Practice', () => {
  expect(toCreateBatchRequest({ ...exampleDraft('practice'), questions: '' })).toEqual(
    documentedExample,
  )
  expect(toCreateBatchRequest(exampleDraft('practice'))).toEqual({
    ...documentedExample,
    batch_items: sampleBatchItems,
  })
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
  const request = toCreateBatchRequest({
    ...exampleDraft('practice'),
    datasetId: ' ',
    questions: ' ',
  })
  expect(Object.keys(request)).toEqual(['name', 'workspace_id', 'task_details'])
})

test('nothing unsafe is sent, whoever wrote it', () => {
  const unsafe = '<P>a&nbsp;b<br/><script>x()</script><a onclick="x()" href="javascript:x">c</a>'
  const draft = { ...exampleDraft('practice'), steps: unsafe }
  const { task_details } = toCreateBatchRequest(draft)
  expect(task_details.task_steps).toBe('<p>a&nbsp;b<br><a>c</a></p>')
  expect(task_details.task_introduction).toBe(draft.introduction)
})

test('questions are sent as they were written', () => {
  const questions = JSON.stringify(sampleBatchItems)
  const request = toCreateBatchRequest({ ...exampleDraft('practice'), questions })
  expect(request.batch_items).toEqual(sampleBatchItems)
})

const steps =
  '<h3 id="a">First</h3><P>b &copy <a href="https://x.y">c</a><img src="https://x.y/z" alt="d">'

test('formatting that Prolific may not keep is sent all the same', () => {
  const request = toCreateBatchRequest({ ...exampleDraft('practice'), steps })
  expect(request.task_details.task_steps).toBe(steps)
})

test('only what is kept is sent when that is asked for, and no word is lost', () => {
  const strict = { ...exampleDraft('practice'), steps, onlyKept: true }
  const sent = (keeps: 'published' | 'basic' | 'safe') =>
    toCreateBatchRequest({ ...strict, keeps }).task_details
  expect(sent('published').task_steps).toBe('First<p>b © c d</p>')
  expect(sent('basic').task_steps).toBe('<h3>First</h3><p>b © <a href="https://x.y">c</a> d</p>')
  expect(sent('safe').task_steps).toBe(steps)
  expect(sent('published').task_introduction).toBe(strict.introduction)
})

test('a text that is too long to be cleaned is shown as it is', () => {
  const long = `<h3>${'a'.repeat(600_000)}</h3>`
  const draft = { ...exampleDraft('practice'), steps: long, onlyKept: true }
  expect(toCreateBatchRequest(draft).task_details.task_steps).toBe(long)
})
