import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { addDraft, draftHistory, listDrafts, readDraft } from './drafts.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { blankTexts } from './draft-texts.ts'

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

test('of the states that were replaced at once the last twenty are kept', async () => {
  const id = await addDraft({ name: '', place: 'practice', texts: { ...blankTexts, steps: '0' } })
  for (let state = 1; state <= 25; state += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const kept = await readDraft(id)
    if (kept?.kind !== 'readable') throw new Error('The draft was stored.')
    const content = { id, tab: 't', place: 'practice' as const, base: kept.draft }
    const next = { ...blankTexts, steps: `${state}` }
    // oxlint-disable-next-line no-await-in-loop
    await saveDraft({ ...content, texts: next, keepPrevious: true })
  }
  const before = (await draftHistory(id)).map(({ texts: { steps } }) => steps)
  expect(before).toEqual(Array.from({ length: 20 }, (_, age) => `${24 - age}`))
})
