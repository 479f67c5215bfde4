import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { saveDraftData, type Making } from '#dataset/store/draft-data.ts'
import { keepFile } from '#dataset/store/kept-files.ts'
import { openMadeRows } from './made-rows.ts'
import { openTables } from './open-tables.ts'

const csv = 'Nr,Text\n1,One\n2,\n3,<b>Three</b>\n'

/** A dataset that was made in Prolific of `csv`, whose second record was rejected. */
async function make({ isKept = true, older = false } = {}) {
  const file = new Blob([csv])
  const tables = openTables()
  const { sha } = await tables.open(file, 'texts.csv', {}, () => undefined)
  const { recipe } = await tables.ask((service) => service.begin(null))
  tables.close()
  if (isKept) await keepFile(file, 'texts.csv', sha)
  const id = newId()
  const making: Making = {
    id: newId(),
    environment: 'prolific',
    workspaceId: 'w',
    name: 'texts',
    body: '',
    recipe,
    uploadSha: '',
    rows: 3,
    older,
    startedAt: 0,
    create: { key: 'k', at: 0, datasetId: id },
    address: null,
    upload: null,
    end: {
      status: 'partial',
      accepted: 2,
      rejected: 1,
      errors: [{ record: 1, field: 'text', reason: 'missing' }],
      reason: null,
    },
  }
  // What is changed after it was made is not what participants get.
  const changed = { ...recipe, columns: [] }
  await saveDraftData({
    draft: newId(),
    rev: 0,
    updatedAt: 0,
    file: { name: 'texts.csv', size: file.size, sha: isKept ? sha : newId() },
    recipe: changed,
    name: 'texts',
    making,
  })
  return id
}

test('rows come out of the spreadsheet as they were sent, without the rejected ones', async () => {
  const rows = await openMadeRows(await make(), 'prolific')
  expect(rows?.total).toBe(2)
  expect(await rows?.row(0)).toEqual({ nr: '1', text: 'One' })
  expect(await rows?.row(1)).toEqual({ nr: '3', text: '<b>Three</b>' })
  expect(await rows?.row(2)).toBeNull()
})

test('there are none without the file, elsewhere, or where columns have no keys', async () => {
  expect(await openMadeRows(await make({ isKept: false }), 'prolific')).toBeNull()
  expect(await openMadeRows(await make(), 'practice')).toBeNull()
  expect(await openMadeRows(await make({ older: true }), 'prolific')).toBeNull()
  expect(await openMadeRows(newId(), 'prolific')).toBeNull()
})
