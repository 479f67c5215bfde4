import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { addDraft, listDrafts, readDraft } from './drafts.ts'
import { blankTexts } from './stored-draft.ts'

const texts = { ...blankTexts, taskTitle: 'Rate reviews', steps: '<ol><li>Read “it”\n</li></ol>' }

test('a draft that was added is found by its id, with every byte of its HTML', async () => {
  const id = await addDraft({ name: 'Pilot', place: 'practice', texts })
  expect(await readDraft(id)).toMatchObject({
    kind: 'readable',
    id,
    draft: { id, name: 'Pilot', place: 'practice', texts },
  })
  expect((await listDrafts()).map((kept) => kept.id)).toEqual([id])
  expect(await readDraft('another')).toBeNull()
})
