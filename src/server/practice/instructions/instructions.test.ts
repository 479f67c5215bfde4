// @vitest-environment node
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Batch } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { practiceUser } from '#server/practice/seeds.ts'
import { datasetNamed, exampleWith, exampleWithQuestions } from '#server/testing/call-backend.ts'
import { openDatasets } from '#server/testing/call-datasets.ts'

const choice = {
  type: 'multiple_choice',
  description: 'Which is better?',
  answer_limit: 1,
  options: [
    { label: 'The first', value: 'A' },
    { label: 'The second', value: 'B' },
  ],
}
const text = { type: 'free_text', description: 'Why?' }
const Ids = z.array(z.looseObject({ id: z.uuid() }))

async function open(changes: object = {}) {
  const { practice, post, get, patch, clock } = openDatasets()
  const created = await post(addressOf('createBatch'), exampleWith({ ...changes }))
  const { id } = Batch.parse(await created.json())
  const address = addressOf('listInstructions', { id })
  const add = async (instructions: unknown) => post(address, { instructions })
  const replace = async (instructions: unknown) =>
    practice.api.request(address, {
      method: 'PUT',
      headers: { authorization: 'Token x', 'content-type': 'application/json' },
      body: JSON.stringify({ instructions }),
    })
  const list = async (): Promise<unknown> => (await get(address)).json()
  const batch = async (of = id) =>
    Batch.parse(await (await get(addressOf('readBatch', { id: of }))).json())
  return { id, post, get, patch, clock, address, add, replace, list, batch }
}

test('instructions are added as a bare list, and counted', async () => {
  const { id, add, list, batch } = await open()
  const answer = await add([{ ...choice, created_by: 'Ada', unheard: 1 }, text])
  expect(answer.status).toBe(201)
  expect(answer.headers.get('deprecation')).toBe('true')
  expect(answer.headers.get('sunset')).toBe('Tue, 01 Sep 2026 23:59:59 GMT')
  const added = Ids.parse(await answer.json())
  expect(new Set(added.map((each) => each.id)).size).toBe(2)
  const common = { parent_id: id, parent_type: 'batch', created_at: '2026-11-30T10:00:00.000Z' }
  expect(added).toMatchObject([
    { ...choice, ...common, created_by: 'Ada' },
    { ...text, ...common, created_by: practiceUser.id },
  ])
  expect(added[0]).not.toHaveProperty('unheard')
  expect(await list()).toEqual({ results: added, meta: { count: 2 } })
  expect(await batch()).toMatchObject({ total_instruction_count: 2, batch_items: null })
  await add([text])
  expect(await list()).toMatchObject({ meta: { count: 3 } })
})

test('a replacement keeps what it names and drops the rest', async () => {
  const { add, replace, list, clock } = await open()
  const [first, second] = Ids.parse(await (await add([choice, text])).json())
  clock.ms += 1000
  const changed = { ...text, description: 'Why not?' }
  const answer = await replace([text, { ...changed, id: second?.id }])
  expect(answer.status).toBe(200)
  expect(answer.headers.get('deprecation')).toBe('true')
  expect(await list()).toMatchObject({
    results: [
      { ...text, created_at: '2026-11-30T10:00:01.000Z' },
      { ...changed, id: second?.id, created_at: '2026-11-30T10:00:00.000Z' },
    ],
    meta: { count: 2 },
  })
  const refused = await replace([{ ...choice, id: first?.id }])
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({
    error: { detail: { 'instructions.0.id': ['Is not known.'] } },
  })
  expect((await replace([])).status).toBe(200)
  expect(await list()).toMatchObject({ results: [] })
})

test.each<[string, unknown, string, string]>([
  ['no list', undefined, 'instructions', 'This field is missing.'],
  ['none', [], 'instructions', 'must contain at least one instruction'],
  [
    'a choice without a limit',
    [{ ...choice, answer_limit: undefined }],
    'instructions.0.answer_limit',
    'This field is missing.',
  ],
  [
    'a limit above the options',
    [{ ...choice, answer_limit: 3 }],
    'instructions.0',
    'answer_limit exceeds number of options',
  ],
  [
    'a choice with text and no heading',
    [{ ...choice, type: 'multiple_choice_with_free_text' }],
    'instructions.0.options.0.heading',
    'This field is missing.',
  ],
  [
    'a type for pages only',
    [{ ...text, type: 'star_rating' }],
    'instructions.0.type',
    'Is not valid.',
  ],
])('%s is refused in the documented envelope', async (_case, instructions, field, words) => {
  const { add, list } = await open()
  const refused = await add(instructions)
  expect(refused.status).toBe(400)
  expect(refused.headers.get('deprecation')).toBe('true')
  expect(await refused.json()).toHaveProperty(
    ['error', 'detail', field],
    expect.arrayContaining([words]),
  )
  expect(await list()).toMatchObject({ meta: { count: 0 } })
})

test('a batch with a layout has none and takes none', async () => {
  const { add, replace, list } = await open(exampleWithQuestions())
  for (const answer of [await add([text]), await replace([text])]) {
    expect(answer.status).toBe(422)
    expect(answer.headers.get('deprecation')).toBe('true')
    expect(await answer.json()).toHaveProperty(
      'error.detail',
      expect.stringContaining('batch_items'),
    )
  }
  expect(await list()).toEqual({ results: [], meta: { count: 0 } })
})

test('a batch with instructions can be set up, which fixes them', async () => {
  const { id, add, replace, post, batch, clock } = await open({
    dataset_id: datasetNamed('Interview'),
  })
  await add([choice])
  const started = await post(addressOf('setUpBatch', { id }), { tasks_per_group: 10 })
  expect(started.status).toBe(202)
  clock.ms += 3000
  const ready = { status: 'READY', total_task_count: 24, total_task_groups: 3 }
  expect(await batch()).toMatchObject(ready)
  expect((await add([text])).status).toBe(400)
  expect((await replace([text])).status).toBe(400)
})

test('a change of the name keeps instructions, and one of the layout deletes them', async () => {
  const { id, add, patch, list } = await open()
  await add([choice])
  await patch(addressOf('updateBatch', { id }), { name: 'Other' })
  expect(await list()).toMatchObject({ meta: { count: 1 } })
  await patch(addressOf('updateBatch', { id }), { batch_items: null })
  expect(await list()).toMatchObject({ meta: { count: 0 } })
})

test('a copy has instructions of its own', async () => {
  const { id, add, post, get, batch } = await open()
  const [before] = Ids.parse(await (await add([choice])).json())
  const copy = Batch.parse(await (await post(addressOf('duplicateBatch', { id }), {})).json())
  expect(await batch(copy.id)).toMatchObject({ total_instruction_count: 1 })
  const told: unknown = await (await get(addressOf('listInstructions', { id: copy.id }))).json()
  expect(told).toMatchObject({ results: [{ ...choice, parent_id: copy.id }] })
  expect(JSON.stringify(told)).not.toContain(before?.id)
})
