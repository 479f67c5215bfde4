// @vitest-environment node
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Batch } from '#contract/answers.ts'
import { IdList, SyncJob } from '#contract/dataset-requests.ts'
import { addressOf } from '#contract/routes.ts'
import { datasetNamed, exampleWith } from '#server/testing/call-backend.ts'
import { openDatasets, schemaWith } from '#server/testing/call-datasets.ts'

const asks = [{ rows: [{ columns: [{ items: [{ type: 'free_text', description: 'Why?' }] }] }] }]
const shows = (field: string) => [
  { rows: [{ columns: [{ items: [{ type: 'dataset_field', field }] }] }] },
]
const grouped = schemaWith({ text: { type: 'text' }, g: { type: 'task_group_id' } })

function open() {
  const opened = openDatasets()
  const { get, post, clock } = opened

  const createBatch = async (changes: object) => {
    const answer = await post(
      addressOf('createBatch'),
      exampleWith({ dataset_id: null, batch_items: asks, ...changes }),
    )
    expect(answer.status).toBe(201)
    return Batch.parse(await answer.json()).id
  }
  const setUp = async (id: string, body: object = {}) => {
    const answer = await post(addressOf('setUpBatch', { id }), body)
    expect(answer.status).toBe(202)
    clock.ms += 3000
  }
  const ids = async (name: 'listTasks' | 'listTaskGroups', id: string) =>
    IdList.parse(await (await get(addressOf(name, { id }))).json())
  const counts = async (id: string) => {
    const body: unknown = await (await get(addressOf('readBatch', { id }))).json()
    const Counts = z.object({ total_task_count: z.number(), total_task_groups: z.number() })
    return Object.values(Counts.parse(body))
  }
  const sync = async (id: string) => {
    const answer = await post(addressOf('syncBatch', { id }), {})
    expect(answer.status).toBe(202)
    return SyncJob.parse(await answer.json())
  }
  const readSync = async (id: string, sync_id: string) =>
    SyncJob.parse(await (await get(addressOf('readSync', { id, sync_id }))).json())
  return { ...opened, createBatch, setUp, ids, counts, sync, readSync }
}

test('tasks and groups are lists of ids: none before the set-up is done, and stable after it', async () => {
  const { createBatch, post, ids, clock, counts } = open()
  const id = await createBatch({ dataset_id: datasetNamed('105 items') })
  await post(addressOf('setUpBatch', { id }), { tasks_per_group: 10 })
  expect(await ids('listTasks', id)).toEqual([])
  expect(await ids('listTaskGroups', id)).toEqual([])
  clock.ms += 3000
  const groups = await ids('listTaskGroups', id)
  expect([(await ids('listTasks', id)).length, groups.length]).toEqual(await counts(id))
  expect(groups).toHaveLength(11)
  expect(new Set(groups).size).toBe(11)
  for (const group of groups)
    expect(group).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await ids('listTaskGroups', id)).toEqual(groups)
})

test('a dataset that was made has its groups by its column, which beats a number', async () => {
  const { create, append, createBatch, setUp, counts, ids } = open()
  const dataset_id = await create('Data', grouped)
  await append(dataset_id, '{"text":"1","g":"x"}\n{"text":"2","g":"y"}\n{"text":"3","g":"x"}')
  const id = await createBatch({ dataset_id, batch_items: shows('text') })
  await setUp(id, { tasks_per_group: 1 })
  expect(await counts(id)).toEqual([3, 2])
  expect(await ids('listTaskGroups', id)).toHaveLength(2)
})

test('rows of a CSV of the older kind make groups by META_TASK_GROUP_ID', async () => {
  const { create, upload, createBatch, setUp, counts } = open()
  const dataset_id = await create('Older')
  await upload(dataset_id, 'META_TASK_GROUP_ID,text\na,1\na,2\nb,3\n')
  const id = await createBatch({ dataset_id })
  await setUp(id)
  expect(await counts(id)).toEqual([3, 2])
})

test('a set-up waits for an import that ended well, complete or partial', async () => {
  const { create, upload, createBatch, setUp, post, counts } = open()
  const dataset_id = await create('Data', schemaWith({ text: { type: 'text' } }))
  const id = await createBatch({ dataset_id })
  expect((await post(addressOf('setUpBatch', { id }), {})).status).toBe(400)
  expect((await upload(dataset_id, 'text\na\n"')).status).toBe('partial')
  await setUp(id)
  expect(await counts(id)).toEqual([1, 1])
})

test('questions show the fields of their dataset, at creation and when it is changed', async () => {
  const { create, post, patch, createBatch } = open()
  const fields = { text: { type: 'text' }, kept: { type: 'metadata' } } as const
  const dataset_id = await create('Data', schemaWith(fields))
  const other = await create('Other', schemaWith({ word: { type: 'text' } }))
  const make = async (field: string) =>
    post(addressOf('createBatch'), exampleWith({ dataset_id, batch_items: shows(field) }))
  expect((await make('kept')).status).toBe(422)
  const id = await createBatch({ dataset_id, batch_items: shows('text') })
  const changed = await patch(addressOf('updateBatch', { id }), { dataset_id: other })
  expect(changed.status).toBe(422)
})

test('a sync makes tasks of what came since, one job after another', async () => {
  const { create, append, createBatch, setUp, sync, readSync, counts, ids, clock } = open()
  const dataset_id = await create('Data', grouped)
  await append(dataset_id, '{"text":"1","g":"x"}')
  const id = await createBatch({ dataset_id })
  await setUp(id)
  const before = await ids('listTasks', id)

  await append(dataset_id, '{"text":"2","g":"x"}\n{"text":"3","g":"y"}')
  const first = await sync(id)
  const second = await sync(id)
  expect([first.status, second.status]).toEqual(['processing', 'queued'])
  expect(await counts(id)).toEqual([1, 1])
  clock.ms += 3000
  expect(await readSync(id, first.sync_id)).toMatchObject({
    status: 'complete',
    tasks_created: 2,
    datapoints_processed: 2,
    groups_created: 1,
    groups_expanded: 1,
  })
  expect((await readSync(id, second.sync_id)).status).toBe('processing')
  clock.ms += 3000
  expect(await readSync(id, second.sync_id)).toMatchObject({ status: 'complete', tasks_created: 0 })
  expect(await counts(id)).toEqual([3, 2])
  expect((await ids('listTasks', id)).slice(0, 1)).toEqual(before)
})

test('groups by number: a sync makes new ones and makes none larger', async () => {
  const { create, append, createBatch, setUp, sync, readSync, clock } = open()
  const dataset_id = await create('Data', schemaWith())
  await append(dataset_id, '{"text":"1"}\n{"text":"2"}\n{"text":"3"}')
  const id = await createBatch({ dataset_id })
  await setUp(id, { tasks_per_group: 2 })
  await append(dataset_id, '{"text":"4"}\n{"text":"5"}\n{"text":"6"}')
  const { sync_id } = await sync(id)
  clock.ms += 3000
  expect(await readSync(id, sync_id)).toMatchObject({ groups_created: 2, groups_expanded: 0 })
})

test('a sync needs a batch that is READY, and an unknown one is not found', async () => {
  const { createBatch, post, get } = open()
  const id = await createBatch({ dataset_id: datasetNamed('105 items') })
  expect((await post(addressOf('syncBatch', { id }), {})).status).toBe(400)
  expect((await get(addressOf('readSync', { id, sync_id: id }))).status).toBe(404)
})

test('an append brings tasks by itself where the batch asked for it', async () => {
  const { create, append, createBatch, setUp, counts, clock } = open()
  const dataset_id = await create('Data', schemaWith())
  await append(dataset_id, '{"text":"1"}')
  const asking = await createBatch({ dataset_id, auto_sync_enabled: true })
  const silent = await createBatch({ dataset_id })
  await setUp(asking)
  await setUp(silent)
  await append(dataset_id, '{"text":"2"}')
  clock.ms += 3000
  expect(await counts(asking)).toEqual([2, 2])
  expect(await counts(silent)).toEqual([1, 1])
})
