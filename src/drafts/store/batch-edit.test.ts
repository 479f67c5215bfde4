import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { adoptBackups } from '#drafts/autosave/adopt-backups.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { allBackups, writeBackup } from '#drafts/autosave/unload-backup.ts'
import { editAddress, editAddressOf, editDraftId, holdsNothing } from './batch-edit.ts'
import { listDrafts } from './drafts.ts'
import { blankTexts } from './draft-texts.ts'

const base = { task_name: 'T', task_introduction: '<p>i</p>', task_steps: '<p>s</p>' }
const of = { place: 'practice', batchId: 'a/b c', base } as const
const texts = { ...blankTexts, taskTitle: 'T', introduction: '<p>i</p>', steps: '<p>s</p>' }
const id = editDraftId(of.place, of.batchId)

test('the id of a change leads to its batch, and no other id does', () => {
  expect(editAddressOf(id)).toBe(editAddress(of))
  expect(editAddressOf('d2f0a1b2c3d4e5f60718293a4b5c6d7e')).toBeNull()
})

test('a change that changes nothing holds nothing, whatever else is in it', () => {
  expect(holdsNothing({ texts: { ...texts, batchName: 'Pilot' }, of })).toBe(true)
  expect(holdsNothing({ texts: { ...texts, taskTitle: '' }, of })).toBe(false)
  expect(holdsNothing({ texts, of: null })).toBe(false)
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
