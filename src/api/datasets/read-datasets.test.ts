import { expect, onTestFinished, test } from 'vitest'
import { practice, prolific, serve } from '#test/serve.ts'
import { provideLocalRows } from './local-rows.ts'
import { datasetColumns, datasetRow, rowsOfFirstGroup } from './read-datasets.ts'
import { createQueryClient } from '#api/query-client.ts'
import { firstGroup, itemRows } from './use-item-rows.ts'

const [, reviews, , conversations] = practice.datasets
const id = reviews?.id ?? ''

test('columns come with their label, their type and the value of the first row', async () => {
  serve()
  const { columns, total } = await createQueryClient().fetchQuery(datasetColumns(practice, id))
  expect(total).toBe(105)
  expect(columns.map(({ key, label, type }) => [key, label, type])).toEqual([
    ['review', 'Review', 'text'],
    ['product', 'Product', 'text'],
    ['photo', 'Photo', 'image_url'],
  ])
  expect(columns.map(({ first }) => first)).not.toContain(null)
})

test('rows are asked for in pieces, and each piece once', async () => {
  const { calls } = serve()
  const client = createQueryClient()
  const row = async (index: number) => datasetRow(client, practice, id, index)
  const [first, second, late] = [await row(0), await row(1), await row(104)]
  expect(new Set([first, second, late].map((each) => each?.['photo'])).size).toBe(3)
  expect(await row(105)).toBeNull()
  expect(calls.filter((call) => call.includes('/rows/'))).toHaveLength(2)
})

test('the first group has the rows that a grouping column puts together, or so many of the first', async () => {
  serve()
  const client = createQueryClient()
  expect(await rowsOfFirstGroup(client, practice, id, 3)).toEqual([0, 1, 2])
  const grouped = conversations?.id ?? ''
  expect(await rowsOfFirstGroup(client, practice, grouped, 3)).toEqual([0, 1, 2, 3, 4])
  const rows = firstGroup(client, practice, id, 3)
  expect((await rows?.about())?.total).toBe(3)
  expect(await rows?.row(2)).toEqual(await datasetRow(client, practice, id, 2))
  expect(await rows?.row(3)).toBeNull()
})

test('at Prolific the rows are those that this browser has, and none are asked for', async () => {
  const { answerInstead, calls } = serve()
  answerInstead(() =>
    Response.json({ id, schema: { fields: { text: { type: 'text' } } }, schema_version: 4 }),
  )
  const texts = ['Hello', 'World']
  onTestFinished(() => provideLocalRows(() => Promise.resolve(null)))
  provideLocalRows((asked, environment) =>
    Promise.resolve(
      asked === id && environment === 'prolific'
        ? { total: 2, row: (index) => Promise.resolve({ text: texts[index] }) }
        : null,
    ),
  )
  const client = createQueryClient()
  const { columns, total } = await client.fetchQuery(datasetColumns(prolific, id))
  expect(total).toBe(2)
  expect(columns).toMatchObject([{ key: 'text', first: 'Hello' }])
  expect(await datasetRow(client, prolific, id, 1)).toEqual({ text: 'World' })
  expect(calls).toHaveLength(1)
})

test('at Prolific the columns are known, and no rows are asked for', async () => {
  const { answerInstead, calls } = serve()
  answerInstead(() =>
    Response.json({
      id,
      schema: { fields: { text: { type: 'text' }, odd: 7 } },
      schema_version: 4,
    }),
  )
  const rows = itemRows(createQueryClient(), prolific, id)
  expect(await rows?.about()).toEqual({
    columns: [
      { key: 'text', label: 'text', type: 'text', first: null },
      { key: 'odd', label: 'odd', type: '', first: null },
    ],
    total: 0,
  })
  expect(await rows?.row(0)).toBeNull()
  expect(calls).toHaveLength(1)
})

test('half an id, or a place without a connection, has no rows to ask for', () => {
  const client = createQueryClient()
  expect(itemRows(client, practice, id.slice(0, 8))).toBeNull()
  expect(itemRows(client, { ...prolific, connected: false }, id)).toBeNull()
  expect(itemRows(client, undefined, id)).toBeNull()
})
