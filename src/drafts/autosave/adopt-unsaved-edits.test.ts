import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { editDraftId } from '#drafts/store/batch-edit.ts'
import { draftHistory, readDraft } from '#drafts/store/drafts.ts'
import { saveDraft } from './save-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { openStorage } from '#storage/database.ts'
import { adoptUnsavedEdits } from './adopt-unsaved-edits.ts'

const base = { task_name: 'T', task_introduction: '<p>i</p>', task_steps: '<p>s</p>' }
const id = editDraftId('practice', 'a')

/** Keeps a change as version 0.4.0 did, or, for `key`, as versions before that. */
function keep(
  task_name: string,
  savedAt: number,
  key = `batch-composer.edit.practice.a#${newId()}`,
) {
  const texts = { ...base, task_name }
  localStorage.setItem(key, JSON.stringify({ version: 1, rev: newId(), savedAt, base, texts }))
}

const titles = async () => {
  const kept = await readDraft(id)
  const now = kept?.kind === 'readable' ? [kept.draft] : []
  return [...now, ...(await draftHistory(id))].map(({ texts }) => texts.taskTitle)
}

beforeEach(async () => {
  localStorage.clear()
  const database = await openStorage()
  await database.clear('drafts')
  await database.clear('revisions')
})

test('the last change becomes the draft of its batch, the others its history, once', async () => {
  keep('Older', 2000)
  keep('Oldest', 1000, 'batch-composer.edit.practice.a')
  keep('Newest', 3000)
  await adoptUnsavedEdits()
  expect(await titles()).toEqual(['Newest', 'Older', 'Oldest'])
  expect(await readDraft(id)).toMatchObject({
    draft: { place: 'practice', updatedAt: 3000, of: { place: 'practice', batchId: 'a', base } },
  })
  expect(localStorage).toHaveLength(0)
  await adoptUnsavedEdits()
  expect(await titles()).toHaveLength(3)
})

test('a change that is older than the draft by now goes into its history', async () => {
  const of = { place: 'practice', batchId: 'a', base } as const
  const texts = { ...blankTexts, taskTitle: 'Now' }
  await saveDraft({ id, tab: 't', place: 'practice', texts, of, base: null })
  keep('Before', 1000)
  await adoptUnsavedEdits()
  expect(await titles()).toEqual(['Now', 'Before'])
})

test('two windows that adopt at the same time adopt once', async () => {
  keep('Mine', 1000)
  await Promise.all([adoptUnsavedEdits(), adoptUnsavedEdits()])
  expect(await titles()).toEqual(['Mine'])
})

test.each(['{', '{"version":1,"texts":{}}', '7'])('%s in the storage is no change', async (raw) => {
  localStorage.setItem('batch-composer.edit.practice.a', raw)
  await adoptUnsavedEdits()
  expect(await readDraft(id)).toBeNull()
  expect(localStorage.getItem('batch-composer.edit.practice.a')).toBe(raw)
})

test('what cannot be stored in the database stays where it is', async () => {
  keep('Mine', 1000)
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  await expect(adoptUnsavedEdits()).rejects.toThrow('no room')
  expect(localStorage).toHaveLength(1)
  vi.restoreAllMocks()
  await adoptUnsavedEdits()
  expect(await titles()).toEqual(['Mine'])
})
