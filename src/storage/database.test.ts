import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { checksum } from './checksum.ts'
import { openStorage } from './database.ts'

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
