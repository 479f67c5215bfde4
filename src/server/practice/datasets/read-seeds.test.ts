// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest'
import { Dataset, RowList } from '#contract/dataset.ts'
import { addressOf } from '#contract/routes.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { practiceDatasets } from '#server/practice/seeds.ts'
import { callerOf, datasetNamed } from '#server/testing/call-backend.ts'

function open() {
  const practice = createPracticeBackend()
  onTestFinished(() => practice.close())
  return callerOf(practice.api)
}

/** As the page asks, which programs cannot. */
async function rowsOf(id: string, range: { offset?: string; limit?: string } = {}) {
  const practice = createPracticeBackend()
  onTestFinished(() => practice.close())
  const path = `/practice/api${addressOf('readPracticeRows', { id, ...range })}`
  const answer = await practice.request(path, { headers: { 'x-app-request': '1' } })
  return RowList.parse(await answer.json())
}

test.each(practiceDatasets)('$name is answered as the API documents it', async (seed) => {
  const answer = await open().get(addressOf('readDataset', { id: seed.id }))
  const body: unknown = await answer.json()
  const { schema, total_datapoint_count } = Dataset.parse(body)
  expect(total_datapoint_count).toBe(seed.total_datapoint_count)
  expect(schema && Object.keys(schema.fields)).toEqual(seed.fields ?? null)
  expect(body).toMatchObject(
    seed.fields ? { schema_version: 4, imports: [] } : { schema_version: 3, status: seed.status },
  )
})

test.each(practiceDatasets)(
  '$name has as many rows as it says, with a value in each',
  async (seed) => {
    const { results, meta } = await rowsOf(seed.id)
    expect(results).toHaveLength(seed.total_datapoint_count)
    expect(meta.count).toBe(seed.total_datapoint_count)
    for (const row of results) {
      expect(Object.keys(row)).toEqual(seed.fields ?? Object.keys(results[0] ?? {}))
      expect(
        Object.values(row).filter((value) => typeof value !== 'string' || value === ''),
      ).toEqual([])
    }
    expect(new Set(results.map((row) => JSON.stringify(row))).size).toBe(results.length)
    expect((await rowsOf(seed.id)).results).toEqual(results)
  },
)

test('rows of one group of the file stand together', async () => {
  const { results } = await rowsOf(datasetNamed('60 items in 12'))
  const groups = results.map((row) => row['META_TASK_GROUP_ID'])
  expect(new Set(groups).size).toBe(12)
  expect(groups.filter((group) => group === 'conversation-12')).toHaveLength(5)
})

test('rows come in pieces, and none comes from beyond the end', async () => {
  const id = datasetNamed('105 items')
  const all = (await rowsOf(id)).results
  expect((await rowsOf(id, { offset: '100', limit: '3' })).results).toEqual(all.slice(100, 103))
  expect((await rowsOf(id, { offset: '105' })).results).toEqual([])
})

test('what is not there is not found, and rows are for the page alone', async () => {
  const { get } = open()
  const id = '0192a3b5-e8f9-7a0b-8c2d-000000000000'
  expect((await get(addressOf('readDataset', { id }))).status).toBe(404)
  expect((await get(addressOf('readPracticeRows', { id: datasetNamed('105') }))).status).toBe(403)
})
