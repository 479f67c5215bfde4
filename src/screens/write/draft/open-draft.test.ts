import { afterEach, expect, test } from 'vitest'
import { blankTexts, typedMeanwhile } from '#drafts/store/draft-texts.ts'
import { openDraft, typedEarly } from './open-draft.ts'
import { exampleDraft } from './example-draft.ts'

const texts = exampleDraft('practice')
const stored = { place: 'practice', texts, at: 1_700_000_000_000 } as const

afterEach(() => document.body.replaceChildren())

test('the draft of an earlier visit is opened', () => {
  const opened = openDraft(stored, 'practice')
  expect(opened.texts).toEqual(texts)
  expect(opened.restoredFrom).toBe(stored.at)
  expect(opened.leftIds).toBe(false)
})

test('ids of the other place are left behind', () => {
  const opened = openDraft(stored, 'prolific')
  expect(opened.texts).toEqual({ ...texts, workspaceId: '', datasetId: '' })
  expect(opened.leftIds).toBe(true)
})

test('what was typed before the script came wins', () => {
  const input = document.createElement('input')
  input.id = 'field-taskTitle'
  input.value = 'Typed early'
  document.body.append(input)
  expect(openDraft(stored, 'practice', typedEarly()).texts.taskTitle).toBe('Typed early')
})

test('what was typed while the draft was being fetched wins for its field alone', () => {
  const form = {
    ...blankTexts,
    taskTitle: 'Typed',
    batchName: 'Typed',
    workspaceId: 'the only one',
  }
  expect(typedMeanwhile(form, texts)).toEqual({ taskTitle: 'Typed' })
  expect(typedMeanwhile({ ...form, batchName: 'Mine' }, texts)).toMatchObject({ batchName: 'Mine' })
  expect(typedMeanwhile(form, { ...texts, batchName: '' })).toMatchObject({ batchName: 'Typed' })
})
