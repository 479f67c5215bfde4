import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { adoptBackups } from '#drafts/autosave/adopt-backups.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { allBackups, writeBackup } from '#drafts/autosave/unload-backup.ts'
import { signBackup } from '#drafts/autosave/sign-backup.ts'
import {
  editAddress,
  editAddressOf,
  editDraftId,
  EditOf,
  holdsNothing,
  sameEdit,
} from './batch-edit.ts'
import { listDrafts } from './drafts.ts'
import { blankTexts } from './draft-texts.ts'

const base = { task_name: 'T', task_introduction: '<p>i</p>', task_steps: '<p>s</p>' }
const of = { place: 'practice', batchId: 'a/b c', base } as const
const texts = { ...blankTexts, taskTitle: 'T', introduction: '<p>i</p>', steps: '<p>s</p>' }
const id = editDraftId(of.place, of.batchId)
/** The checksum with which version 0.6 signed what a page left of this change. */
const signedBefore = '00da5d5cb0bda7a3c26a30a231fd34a4d9a2ad271e04a4c7320159508035956e'

test('the id of a change leads to its batch, and no other id does', () => {
  expect(editAddressOf(id)).toBe(editAddress(of))
  expect(editAddressOf('d2f0a1b2c3d4e5f60718293a4b5c6d7e')).toBeNull()
})

test('a change that changes nothing holds nothing, whatever else is in it', () => {
  expect(holdsNothing({ texts: { ...texts, batchName: 'Pilot' }, of })).toBe(true)
  expect(holdsNothing({ texts: { ...texts, taskTitle: '' }, of })).toBe(false)
  expect(holdsNothing({ texts, of: null })).toBe(false)
})

test('changed questions are something to come back to, except in a draft that knows of none', () => {
  const began = { ...of, questions: '[]' }
  expect(holdsNothing({ texts: { ...texts, questions: '[]' }, of: began })).toBe(true)
  expect(holdsNothing({ texts: { ...texts, questions: '[1]' }, of: began })).toBe(false)
  expect(holdsNothing({ texts: { ...texts, questions: '[1]' }, of })).toBe(true)
  expect(sameEdit(began, { ...of, questions: '[1]' })).toBe(false)
  expect(sameEdit(began, of)).toBe(false)
})

test('a changed dataset is something to come back to, except in a draft that knows of none', () => {
  const began = { ...of, dataset: 'one' }
  expect(holdsNothing({ texts: { ...texts, datasetId: 'one' }, of: began })).toBe(true)
  expect(holdsNothing({ texts: { ...texts, datasetId: 'other' }, of: began })).toBe(false)
  expect(holdsNothing({ texts: { ...texts, datasetId: 'other' }, of })).toBe(true)
  expect(sameEdit(began, { ...of, dataset: 'other' })).toBe(false)
  expect(sameEdit(began, of)).toBe(false)
})

test('a draft from before questions could be changed is stored and signed as it was', () => {
  expect(Object.keys(EditOf.parse(of))).toEqual(['place', 'batchId', 'base'])
  const left = { id, base: 1, saved: false, tab: 't', at: 1, place: of.place, texts }
  expect(signBackup({ ...left, of })).toBe(signedBefore)
  expect(signBackup({ ...left, of: { ...of, questions: '' } })).not.toBe(signedBefore)
})

test('what two closed windows left of one change is no new batch, and waits for its editor', async () => {
  const left = (taskTitle: string) => ({
    id,
    base: 0,
    saved: false,
    tab: taskTitle,
    at: Date.now(),
    place: of.place,
    of,
    texts: { ...texts, taskTitle },
  })
  writeBackup(left('Left'))
  await adoptBackups()
  const stored = { draft: { id, of, texts: { taskTitle: 'Left' } } }
  expect(await listDrafts()).toMatchObject([stored])
  expect(allBackups()).toEqual([])

  const next = { id, tab: 'other', place: of.place, of }
  await saveDraft({
    ...next,
    texts: { ...texts, taskTitle: 'Since' },
    base: null,
    after: { tabs: ['Left'], rev: 1 },
  })
  writeBackup(left('Left as well'))
  await adoptBackups()
  expect(await listDrafts()).toMatchObject([{ draft: { id, texts: { taskTitle: 'Since' } } }])
  expect(allBackups()).toMatchObject([{ of, texts: { taskTitle: 'Left as well' } }])
})
