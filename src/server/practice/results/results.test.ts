// @vitest-environment node
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Batch } from '#contract/answers.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { requireAccess } from '#server/http/access.ts'
import { openApp } from '#server/testing/app-fixture.ts'
import { datasetNamed, exampleWith, exampleWithQuestions } from '#server/testing/call-backend.ts'
import { openDatasets } from '#server/testing/call-datasets.ts'

const Link = z.object({ url: z.url(), expires_at: z.iso.datetime() })
const Started = z.strictObject({ status: z.literal('generating'), export_id: z.uuid() })

function open() {
  const opened = openDatasets()
  const { post, practice, clock } = opened
  const createBatch = async (body: object) =>
    Batch.parse(await (await post(addressOf('createBatch'), body)).json()).id
  const remove = async (id: string, export_id: string) =>
    practice.api.request(addressOf('deleteExport', { id, export_id }), {
      method: 'DELETE',
      headers: { authorization: 'Token x' },
    })
  /** Asks as the official tool does, without a body or a type. */
  const ask = async (id: string, filter: { study_id?: string; from?: string; to?: string } = {}) =>
    practice.api.request(addressOf('createExport', { id, ...filter }), {
      method: 'POST',
      headers: { authorization: 'Token x' },
    })
  const start = async (id: string, filter = {}) => {
    const answer = await ask(id, filter)
    expect(answer.status).toBe(202)
    return Started.parse(await answer.json()).export_id
  }
  const pass = () => {
    clock.ms += 3000
  }
  return { ...opened, createBatch, remove, ask, start, pass }
}

test('nobody answers in Practice, so there are no responses', async () => {
  const { createBatch, get } = open()
  const id = await createBatch(exampleWith())
  const answer = await get(addressOf('listResponses', { id }))
  expect(await answer.json()).toEqual({ results: [], meta: { count: 0 } })
  for (const name of ['listResponses', 'readReport', 'listExports', 'listInstructions'] as const) {
    expect((await get(addressOf(name, { id: 'x' }))).status).toBe(404)
  }
})

test('a report has the columns of the task and those of the file', async () => {
  const { createBatch, create, upload, get, practice } = open()
  const dataset_id = await create('Older')
  await upload(dataset_id, '"a, b",META_x,ünï\n1,2,3\n')
  const id = await createBatch(exampleWith({ dataset_id }))
  const told: unknown = await (await get(addressOf('readReport', { id }))).json()
  expect(told).toMatchObject({ http_method: 'GET', expires_at: '2026-11-30T11:00:03.000Z' })
  const file = await practice.request(Link.parse(told).url)
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await file.text()).toBe(
    'DataPoint_ID,Task_Group_ID,Task_Type,Question,"a, b",META_x,ünï\r\n',
  )
})

test('a report of a typed dataset names all of its fields, and one without data has none', async () => {
  const { createBatch, get, practice } = open()
  const header = async (dataset_id: string | null) => {
    const id = await createBatch(exampleWith({ dataset_id }))
    const { url } = Link.parse(await (await get(addressOf('readReport', { id }))).json())
    return (await practice.request(url)).text()
  }
  expect(await header(datasetNamed('105 items'))).toContain('Question,review,product,photo\r\n')
  expect(await header(datasetNamed('Empty'))).toMatch(/Question\r\n$/)
  expect(await header(null)).toMatch(/Question\r\n$/)
})

test('a link works for an hour, for its file alone', async () => {
  const { createBatch, get, practice, clock } = open()
  const id = await createBatch(exampleWith())
  const other = await createBatch(exampleWith())
  const { url } = Link.parse(await (await get(addressOf('readReport', { id }))).json())
  for (const changed of [
    url.replace(id, other),
    url.replace(/expires=\d/, 'expires=9'),
    url.replace(/signature=../, 'signature=zz'),
    url.replace(/\?.*/, ''),
    url.replace(/\/report.*/, ''),
  ]) {
    const refused = await practice.request(changed)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('<Code>AccessDenied</Code>')
  }
  clock.ms += 3_600_000
  expect((await practice.request(url)).status).toBe(200)
  clock.ms += 1
  const late = await practice.request(url)
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('expired')])
})

test('an export is made, polled, fetched and deleted', async () => {
  const { createBatch, get, practice, start, pass, remove } = open()
  const id = await createBatch(exampleWithQuestions())
  const export_id = await start(id)
  const read = async (): Promise<unknown> =>
    (await get(addressOf('readExport', { id, export_id }))).json()
  expect(await read()).toEqual({ status: 'generating', export_id })
  expect((await remove(id, export_id)).status).toBe(409)
  pass()
  const done: unknown = await read()
  expect(done).toMatchObject({ status: 'complete' })

  const { url } = Link.parse(done)
  const file = await practice.request(url)
  expect(file.headers.get('content-type')).toBe('application/zip')
  const members = unzipSync(new Uint8Array(await file.arrayBuffer()))
  expect(Object.keys(members)).toEqual([
    'responses-by-submission.jsonl',
    'responses-by-task.jsonl',
    'batch.json',
    'README.md',
  ])
  expect(members['responses-by-task.jsonl']).toHaveLength(0)
  const batch: unknown = JSON.parse(strFromU8(members['batch.json'] ?? new Uint8Array()))
  expect(batch).toMatchObject({ id, name: documentedExample.name })
  expect(batch).toHaveProperty('instructions.length', 2)

  expect((await remove(id, export_id)).status).toBe(204)
  expect((await get(addressOf('readExport', { id, export_id }))).status).toBe(404)
  expect((await remove(id, export_id)).status).toBe(404)
  expect((await practice.request(url)).status).toBe(404)
})

test('a running export with the same filter is the same one; others are new, up to ten', async () => {
  const { createBatch, get, ask, start, pass } = open()
  const id = await createBatch(exampleWith())
  const first = await start(id)
  expect(await start(id)).toBe(first)
  const filter = { study_id: 'abc', from: '2026-11-01', to: '2026-11-30T00:00:00Z' }
  const filtered = await start(id, filter)
  expect(filtered).not.toBe(first)
  expect(await (await get(addressOf('listExports', { id }))).json()).toMatchObject([
    { export_id: filtered, filter, status: 'generating' },
    { export_id: first, filter: null, created_at: '2026-11-30T10:00:00.000Z' },
  ])
  for (let more = 0; more < 8; more += 1) {
    pass()
    await start(id)
  }
  pass()
  expect((await ask(id)).status).toBe(409)
  expect((await ask(id, { from: 'yesterday' })).status).toBe(400)
})

test('the workspace has a balance and a project', async () => {
  const { get } = open()
  const id = documentedExample.workspace_id
  const balance = await get(addressOf('readBalance', { id }))
  expect(Object.keys(z.looseObject({}).parse(await balance.json()))).toEqual([
    'currency_code',
    'total_balance',
    'balance_breakdown',
    'available_balance',
    'available_balance_breakdown',
  ])
  const projects = await get(addressOf('listProjects', { id }))
  expect(await projects.json()).toMatchObject({
    results: [{ title: 'Practice project', workspace: id }],
  })
  expect((await get(addressOf('readBalance', { id: 'x' }))).status).toBe(404)
  expect((await get(addressOf('listProjects', { id: 'x' }))).status).toBe(404)
})

test('a download needs neither token nor access secret, but a link', async () => {
  const app = openApp({ access: requireAccess('a long secret for tests') })
  const refused = await app.request('/practice/downloads/batches/x/report')
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain('AccessDenied')
})
