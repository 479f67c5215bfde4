// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { Batch, BatchList } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { batches, callerOf } from '#server/testing/call-backend.ts'

/** The database of that name as version 0.4.0 left it, in a folder of its own; resolves to its path. */
async function databaseOf040(name: 'practice' | 'gateway') {
  const path = join(await newDataFolder(), `${name}.db`)
  const database = new DatabaseSync(path)
  database.exec(await readFile(`src/test/version-0.4.0/${name}.sql`, 'utf8'))
  database.close()
  return path
}

test('batches that version 0.4.0 stored are listed and read, and others are added', async () => {
  const practice = createPracticeBackend({ path: await databaseOf040('practice') })
  const { get, post } = callerOf(practice.api)
  expect((await post(batches, { ...documentedExample, name: 'Made since' })).status).toBe(201)
  const dataset = { name: 'Made since', workspace_id: documentedExample.workspace_id }
  expect((await post(addressOf('createDataset'), dataset)).status).toBe(201)
  const list = await get(`${batches}?workspace_id=${documentedExample.workspace_id}`)
  const { results } = BatchList.parse(await list.json())
  expect(results.map(({ name }) => name)).toEqual([
    'Made since',
    'Lost answer !drop-after',
    'Sent from the form',
    'Made by a program',
  ])
  const oldest = await get(`${batches}/${results.at(-1)?.id ?? ''}`)
  const { task_details, batch_items } = Batch.parse(await oldest.json())
  expect(task_details).toEqual(documentedExample.task_details)
  expect(batch_items).toHaveLength(1)
  practice.close()
})

test('a request that version 0.4.0 carried out is known, with its answer', async () => {
  const journal = openJournal({ path: await databaseOf040('gateway') })
  expect(journal.notices).toEqual([])
  expect(journal.find('c92e138f49b3e0358d9ba1c0e7f7123f.1')?.outcome).toMatchObject({
    kind: 'answered',
    status: 201,
  })
  expect(journal.find('dba9722d7859f705f6726a3c91f2b583.1')?.outcome).toEqual({ kind: 'dropped' })
  journal.close()
})
