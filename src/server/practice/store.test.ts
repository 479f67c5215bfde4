// @vitest-environment node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { newDataFolder } from '#server/testing/built-server.ts'
import { DatabaseInUse } from '#server/database/database-errors.ts'
import type { StoredBatch } from './read-row.ts'
import { openStore } from './store.ts'

const workspace_id = '6278acb09062db3b35bcbeb0'

function batchCalled(name: string): StoredBatch {
  return {
    id: crypto.randomUUID(),
    workspace_id,
    created_at: 1_700_000_000_000,
    dataset_id: null,
    request: {
      name,
      task_details: { task_name: 't', task_introduction: '<p>i</p>', task_steps: '' },
      batch_items: null,
      auto_sync_enabled: false,
    },
    set_up: null,
  }
}

const newPath = async () => join(await newDataFolder(), 'practice.db')
const setUp = { ready_at: 5, ends_in: 'READY', task_count: 3, group_count: 1 }

test('writes reach the disk before they count: after a write, and after opening again', async () => {
  const path = await newPath()
  for (const name of ['first', 'second']) {
    const store = openStore({ path })
    await store.create(batchCalled(name))
    expect(store.synchronous()).toBe(2)
    store.close()
  }
  const store = openStore({ path })
  onTestFinished(() => store.close())
  expect(store.synchronous()).toBe(2)
  expect(store.batchesOf(workspace_id).map(({ request }) => request.name)).toEqual([
    'second',
    'first',
  ])
})

test('creates of one turn share one commit, and none is answered before it', async () => {
  const commits: (() => void)[] = []
  const store = openStore({ path: ':memory:', commitWhen: (commit) => commits.push(commit) })
  onTestFinished(() => store.close())
  const answered: string[] = []
  const creating = ['a', 'b', 'c'].map(async (name) => {
    await store.create(batchCalled(name))
    answered.push(name)
  })
  await Promise.resolve()
  expect(commits).toHaveLength(1)
  expect([answered, store.batchesOf(workspace_id)]).toEqual([[], []])
  commits[0]?.()
  await Promise.all(creating)
  expect(answered).toEqual(['a', 'b', 'c'])
  expect(store.batchesOf(workspace_id)).toHaveLength(3)
})

test('a commit that fails fails everyone in it, keeps nothing and leaves the store usable', async () => {
  const store = openStore({ path: ':memory:' })
  onTestFinished(() => store.close())
  const twice = batchCalled('twice')
  const together = await Promise.allSettled([
    store.create(batchCalled('other')),
    store.create(twice),
    store.create(twice),
  ])
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(store.batchesOf(workspace_id)).toEqual([])
  await store.create(twice)
  expect(store.batchesOf(workspace_id)).toHaveLength(1)
})

test('what was asked for comes back unchanged, whatever characters are in it', async () => {
  const path = await newPath()
  const batch = batchCalled('\u0000 \ud800 "\\ \u2028 👩‍🔬 é e\u0301')
  const writing = openStore({ path })
  await writing.create(batch)
  writing.close()
  const store = openStore({ path })
  onTestFinished(() => store.close())
  expect(store.batch(batch.id)).toEqual(batch)
})

test('a batch is set up once, and knows so after opening again', async () => {
  const path = await newPath()
  const batch = batchCalled('x')
  const first = openStore({ path })
  await first.create(batch)
  expect(first.setUp(batch.id, 'dataset', setUp)).toBe(true)
  expect(first.setUp(batch.id, 'dataset', setUp)).toBe(false)
  first.close()
  const store = openStore({ path })
  onTestFinished(() => store.close())
  expect(store.batch(batch.id)).toEqual({ ...batch, dataset_id: 'dataset', set_up: setUp })
})

test('what was asked for can be replaced, and stays so after opening again', async () => {
  const path = await newPath()
  const batch = batchCalled('x')
  const first = openStore({ path })
  await first.create(batch)
  const changed = { ...batch, dataset_id: 'other', request: { ...batch.request, name: 'y' } }
  first.update(changed)
  first.close()
  const store = openStore({ path })
  onTestFinished(() => store.close())
  expect(store.batch(batch.id)).toEqual(changed)
})

test('a second store on the same file is refused until the first is closed', async () => {
  const path = await newPath()
  const first = openStore({ path })
  expect(() => openStore({ path })).toThrow(DatabaseInUse)
  first.close()
  openStore({ path }).close()
  expect(existsSync(path)).toBe(true)
})

test('data of a newer version is not touched', async () => {
  const path = await newPath()
  const newer = new DatabaseSync(path)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  expect(() => openStore({ path })).toThrow('newer version')
})
