import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { readDraftData, type DraftData } from '#dataset/store/draft-data.ts'
import { keepFile, readKeptFile } from '#dataset/store/kept-files.ts'
import { ensureDraft } from '#drafts/store/attach-dataset.ts'
import { deleteDraft } from '#drafts/store/drafts.ts'
import { dropLeftData, keepData, whyNotKept } from './keep-data.ts'

const dataOf = (draft: string, sha: string): DraftData => ({
  draft,
  rev: 0,
  updatedAt: 0,
  file: { name: 'a.csv', size: 3, sha },
  recipe: {
    sheet: null,
    encoding: null,
    separator: null,
    headingRows: 1,
    steps: [],
    columns: [],
    strict: false,
  },
  name: 'a',
  making: null,
})

async function withFile(sha: string) {
  const draft = newId()
  await ensureDraft(draft, 'practice', 'a')
  await keepFile(new Blob(['a,b']), 'a.csv', sha)
  await keepData(draft).save(dataOf(draft, sha))
  return draft
}

const inTwoHours = () => Date.now() + 2 * 60 * 60_000

test('the data of a deleted draft goes after a while, with its file', async () => {
  const draft = await withFile('only')
  await deleteDraft(draft)
  await dropLeftData()
  expect(await readDraftData(draft)).not.toBeNull()
  await dropLeftData(inTwoHours())
  expect(await readDraftData(draft)).toBeNull()
  expect(await readKeptFile('only')).toBeNull()
})

test('a file that another draft uses stays, and so does the data of a draft that is there', async () => {
  const deleted = await withFile('shared')
  const kept = await withFile('shared')
  await deleteDraft(deleted)
  await dropLeftData(inTwoHours())
  expect(await readDraftData(kept)).not.toBeNull()
  expect(await readKeptFile('shared')).not.toBeNull()
})

test('what another window has stored is not overwritten', async () => {
  const draft = await withFile('two windows')
  const here = keepData(draft)
  const there = keepData(draft)
  await Promise.all([here.read(), there.read()])
  await there.save({ ...dataOf(draft, 'two windows'), name: 'theirs' })
  const failed = await here
    .save({ ...dataOf(draft, 'two windows'), name: 'mine' })
    .catch((error: unknown) => error)
  expect(whyNotKept(failed)).toMatch(/^Another window has changed this data/)
  expect((await readDraftData(draft))?.name).toBe('theirs')
})
