// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { DatabaseInUse } from '#server/database/database-errors.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { openJournal, type Outcome } from './journal.ts'

const request = { key: 'k', method: 'POST', path: '/things', hash: 'h' }
const answered = (text: string): Outcome => ({
  kind: 'answered',
  status: 201,
  headers: [['content-type', 'application/json']],
  body: new TextEncoder().encode(text),
})

const newPath = async () => join(await newDataFolder(), 'gateway.db')

function openUntilTestEnds(options: Parameters<typeof openJournal>[0]) {
  const journal = openJournal(options)
  onTestFinished(() => journal.close())
  return journal
}

test('what was answered or dropped is known after opening again', async () => {
  const path = await newPath()
  const first = openJournal({ path })
  first.begin(request)
  first.settle('k', answered('{"id":"\u0000é"}'))
  first.begin({ ...request, key: 'broken' })
  first.settle('broken', { kind: 'dropped' })
  first.close()
  const journal = openUntilTestEnds({ path })
  expect(journal.find('k')).toEqual({ request, outcome: answered('{"id":"\u0000é"}') })
  expect(journal.find('broken')?.outcome).toEqual({ kind: 'dropped' })
  expect(journal.find('never')).toBeUndefined()
})

test('what was in flight is unknown after opening again', async () => {
  const path = await newPath()
  const first = openJournal({ path })
  first.begin(request)
  first.close()
  const journal = openUntilTestEnds({ path })
  expect(journal.find('k')).toEqual({ request, outcome: { kind: 'unknown' } })
})

test('a key is begun once, unless it is released', () => {
  const journal = openUntilTestEnds({ path: ':memory:' })
  journal.begin(request)
  expect(() => journal.begin(request)).toThrow('UNIQUE')
  journal.release('k')
  expect(journal.find('k')).toBeUndefined()
  journal.begin(request)
})

test('writes reach the disk before they count: after a write, and after opening again', async () => {
  const path = await newPath()
  const first = openJournal({ path })
  first.begin(request)
  expect(first.synchronous()).toBe(2)
  first.close()
  expect(openUntilTestEnds({ path }).synchronous()).toBe(2)
})

test('a key is kept for thirty days', async () => {
  const path = await newPath()
  const day = 86_400_000
  const first = openJournal({ path, now: () => 0 })
  first.begin(request)
  first.settle('k', answered(''))
  first.close()
  const second = openJournal({ path, now: () => 30 * day })
  expect(second.find('k')).toBeDefined()
  second.close()
  expect(openUntilTestEnds({ path, now: () => 30 * day + 1 }).find('k')).toBeUndefined()
})

test('of too many answers the oldest are let go, and their keys stay used', () => {
  let clock = 0
  const journal = openUntilTestEnds({ path: ':memory:', now: () => (clock += 1), answerBytes: 250 })
  for (let index = 1; index <= 100; index += 1) {
    const key = `k${index}`
    journal.begin({ ...request, key })
    journal.settle(key, answered('x'.repeat(100)))
  }
  expect(journal.find('k1')?.outcome).toEqual({ kind: 'unknown' })
  expect(journal.find('k97')?.outcome).toEqual({ kind: 'unknown' })
  expect(journal.find('k98')?.outcome).toEqual(answered('x'.repeat(100)))
  expect(journal.find('k100')?.outcome).toEqual(answered('x'.repeat(100)))
})

test('one process at a time has it', async () => {
  const path = await newPath()
  openUntilTestEnds({ path })
  expect(() => openJournal({ path })).toThrow(DatabaseInUse)
})

test('a record of a newer version is named and not touched', async () => {
  const path = await newPath()
  const newer = new DatabaseSync(path)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  const before = await readFile(path)
  expect(() => openJournal({ path })).toThrow(`${path} was written by a newer version`)
  expect(Buffer.compare(before, await readFile(path))).toBe(0)
})
