import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { checksum } from './checksum.ts'
import { openStorage } from './database.ts'

test('a database of the first version keeps what is in it and learns to hold templates', async () => {
  const first = await openDB('batch-composer', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' })
      db.createObjectStore('revisions', { keyPath: ['draft', 'rev'] }).createIndex('draft', 'draft')
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('draft', 'draft')
    },
  })
  await first.put('drafts', { id: 'early', text: 'kept' })
  first.close()
  const database = await openStorage()
  expect(await database.get('drafts', 'early')).toEqual({ id: 'early', text: 'kept' })
  await database.put('templates', { id: 't' })
  expect(await database.getAllKeys('templates')).toEqual(['t'])
})

test('what was put in is found by a later opening of the page', async () => {
  const database = await openStorage()
  await database.put('drafts', { id: 'a', text: 'written' })
  await database.put('revisions', { draft: 'a', rev: 1 })
  await database.put('revisions', { draft: 'a', rev: 2 })
  await database.put('revisions', { draft: 'b', rev: 1 })
  expect(await (await openStorage()).get('drafts', 'a')).toEqual({ id: 'a', text: 'written' })
  expect(await database.getAllKeysFromIndex('revisions', 'draft', 'a')).toEqual([
    ['a', 1],
    ['a', 2],
  ])
})

test('a checksum is that of the bytes as UTF-8', () => {
  expect(checksum('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
  expect(checksum('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
