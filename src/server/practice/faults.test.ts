// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest'
import { BatchItemsRejection } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { practiceFaults, type PracticeFaultId } from '#contract/practice-faults.ts'
import { Batch, BatchStatus } from '#contract/answers.ts'
import { DroppedConnection } from '#server/http/answers.ts'
import { batches, callerOf, exampleWithQuestions } from '#server/testing/call-backend.ts'
import { serveApp } from '#server/testing/http-fixture.ts'
import { createPracticeApi } from './api.ts'
import { createPracticeBackend } from './backend.ts'
import { openStore } from './store.ts'

function openPractice() {
  const clock = { ms: Date.parse('2026-11-23T10:00:00.000Z') }
  const practice = createPracticeBackend({ now: () => clock.ms })
  onTestFinished(() => practice.close())
  const stored = () => practice.store.batchesOf(documentedExample.workspace_id)
  return { ...callerOf(practice.api), api: practice.api, clock, stored }
}

const named = (id: PracticeFaultId) => {
  const fault = practiceFaults.find((one) => one.id === id)
  return exampleWithQuestions({ name: `Rehearsal${fault?.suffix}` })
}

const refused: [PracticeFaultId, number][] = [
  ['field-errors', 400],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['feature-missing', 404],
  ['busy', 429],
  ['busy-wait', 429],
]

test.each(refused)('%s answers %i in the nested envelope and saves nothing', async (id, status) => {
  const { post, stored } = openPractice()
  const response = await post(batches, named(id))
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ error: { status } })
  expect(stored()).toEqual([])
})

test('field-errors names two fields', async () => {
  const { post } = openPractice()
  const body = await (await post(batches, named('field-errors'))).text()
  expect(body).toContain('"name":["')
  expect(body).toContain('"task_details.task_steps":["')
})

test('feature-missing speaks of a permission for a feature', async () => {
  const { post } = openPractice()
  const body = await (await post(batches, named('feature-missing'))).text()
  expect(body).toMatch(/permission.*feature/)
})

test('only busy-wait says how long to wait', async () => {
  const { post } = openPractice()
  expect((await post(batches, named('busy'))).headers.get('retry-after')).toBeNull()
  expect((await post(batches, named('busy-wait'))).headers.get('retry-after')).toBe('20')
})

test('questions-refused names a place', async () => {
  const { post, stored } = openPractice()
  const response = await post(batches, named('questions-refused'))
  expect(response.status).toBe(422)
  expect(BatchItemsRejection.parse(await response.json()).issues).toHaveLength(1)
  expect(stored()).toEqual([])
})

test('server-error is a web page', async () => {
  const { post, stored } = openPractice()
  const response = await post(batches, named('server-error'))
  expect(response.status).toBe(500)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(await response.text()).toContain('<h1>')
  expect(stored()).toEqual([])
})

test('long-error is 200,000 characters long', async () => {
  const { post, stored } = openPractice()
  const response = await post(batches, named('long-error'))
  expect(response.status).toBe(400)
  const body = await response.text()
  expect(body.length).toBeGreaterThan(200_000)
  expect(body.length).toBeLessThan(210_000)
  expect(stored()).toEqual([])
})

test('slow saves at once and answers late', async () => {
  const store = openStore({ path: ':memory:' })
  onTestFinished(() => store.close())
  let letGo = () => {}
  let notice = () => {}
  const asked = new Promise<void>((done) => (notice = done))
  const slowly = async () => {
    notice()
    return new Promise<void>((done) => (letGo = done))
  }
  const api = createPracticeApi({ store, now: Date.now, processingMs: 1, slowly })
  const answer = callerOf(api).post(batches, named('slow'))
  await asked
  expect(store.batchesOf(documentedExample.workspace_id)).toHaveLength(1)
  letGo()
  expect((await answer).status).toBe(201)
})

test('wrong-shape saves and answers without an id', async () => {
  const { post, stored } = openPractice()
  const response = await post(batches, named('wrong-shape'))
  expect(response.status).toBe(201)
  expect(Batch.safeParse(await response.json()).success).toBe(false)
  expect(stored()).toHaveLength(1)
})

test.each<[PracticeFaultId, number]>([
  ['dropped-before', 0],
  ['dropped-after', 1],
])('%s breaks the connection with %i batches saved', async (id, count) => {
  const { api, post, stored } = openPractice()
  await expect(post(batches, named(id))).rejects.toThrow(DroppedConnection)
  expect(stored()).toHaveLength(count)

  const url = await serveApp(api)
  const init = {
    method: 'POST',
    headers: { authorization: 'Token x', 'content-type': 'application/json' },
    body: JSON.stringify(named(id)),
  }
  await expect(fetch(url + batches, init)).rejects.toThrow('fetch failed')
  expect(stored()).toHaveLength(count * 2)
})

test.each<[PracticeFaultId, number, string]>([
  ['setup-fails', 3000, 'ERROR'],
  ['status-unknown', 3000, 'PAUSED_X'],
  ['setup-slow', 60_000, 'READY'],
])('%s ends, after %i ms of set-up, in %s', async (id, ms, ending) => {
  const { get, post, clock } = openPractice()
  const batch = Batch.parse(await (await post(batches, named(id))).json())
  const path = `${batches}/${batch.id}`
  const status = async () => BatchStatus.parse(await (await get(`${path}/status`)).json()).status
  expect((await post(`${path}/setup`, {})).status).toBe(202)
  clock.ms += ms - 1
  expect(await status()).toBe('PROCESSING')
  clock.ms += 1
  expect(await status()).toBe(ending)
})

test('status-fails lets the batch be read, but not its status', async () => {
  const { get, post } = openPractice()
  const batch = Batch.parse(await (await post(batches, named('status-fails'))).json())
  expect((await get(`${batches}/${batch.id}`)).status).toBe(200)
  expect((await get(`${batches}/${batch.id}/status`)).status).toBe(500)
})

const rich = {
  task_name: 'T & <b>T</b>',
  task_introduction: '<h3>Pay</h3><p class="x">See <a href="https://x.org">this</a>.</p>',
  task_steps:
    '<ol start="2"><li>One<br>line</li></ol><!-- note --><table><tr><td>x</td></tr></table>',
}
const strippedTexts = {
  task_name: 'T & <b>T</b>',
  task_introduction: 'Pay<p>See this.</p>',
  task_steps: '<ol><li>Oneline</li></ol>x',
}

test('stored-stripped keeps the twelve published elements, at creation and at a change', async () => {
  const { get, patch, post } = openPractice()
  const body = { ...named('stored-stripped'), task_details: rich }
  const { id, task_details } = Batch.parse(await (await post(batches, body)).json())
  expect(task_details).toEqual(strippedTexts)
  await patch(`${batches}/${id}`, { task_details: { ...rich, task_steps: '<p><i>a</i><u>b</u>' } })
  expect(await (await get(`${batches}/${id}`)).json()).toMatchObject({
    task_details: { ...strippedTexts, task_steps: '<p><i>a</i><u>b</u>' },
  })
})

test('stored-escaped writes &amp; for &, and changes nothing else', async () => {
  const { get, patch, post } = openPractice()
  const written = {
    task_name: 'A & B',
    task_introduction: '<P title="Q&A">Apps & Features &copy; &lt; R&D<br/><!-- & -->',
    task_steps: '<a href="https://x.org/?a=1&b=2&copy=3">AT&T &ampx</a>',
  }
  const stored = {
    task_name: 'A & B',
    task_introduction: '<P title="Q&amp;A">Apps &amp; Features &copy; &lt; R&amp;D<br/><!-- & -->',
    task_steps: '<a href="https://x.org/?a=1&amp;b=2&copy=3">AT&amp;T &ampx</a>',
  }
  const body = { ...named('stored-escaped'), task_details: written }
  const { id, task_details } = Batch.parse(await (await post(batches, body)).json())
  expect(task_details).toEqual(stored)
  await patch(`${batches}/${id}`, { task_details: written })
  expect(await (await get(`${batches}/${id}`)).json()).toMatchObject({ task_details: stored })
})

test('edit-unanswered stores a change and breaks the connection', async () => {
  const { get, patch, post } = openPractice()
  const { id } = Batch.parse(await (await post(batches, named('edit-unanswered'))).json())
  await expect(patch(`${batches}/${id}`, { task_details: rich })).rejects.toThrow(DroppedConnection)
  expect(await (await get(`${batches}/${id}`)).json()).toMatchObject({ task_details: rich })
})

test('this file tries every failure of the list', () => {
  const tried = [
    ...refused.map(([id]) => id),
    'questions-refused',
    'server-error',
    'long-error',
    'slow',
    'wrong-shape',
    'dropped-before',
    'dropped-after',
    'setup-fails',
    'status-unknown',
    'setup-slow',
    'status-fails',
    'stored-stripped',
    'stored-escaped',
    'edit-unanswered',
  ]
  expect(tried.toSorted()).toEqual(practiceFaults.map(({ id }) => id).toSorted())
})
