import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDraftKeeper } from '#storage/draft-keeper.ts'
import { exampleDraft } from './starting-points.ts'
import { openDraft } from './open-draft.ts'

const keeper = createDraftKeeper(() => localStorage)
const stored = exampleDraft('practice')

beforeEach(() => {
  keeper.schedule(() => ({ place: 'practice', texts: stored }))
  keeper.flush()
})
afterEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
})

test('the draft of an earlier visit is opened', () => {
  const { texts, restoredFrom, leftIds } = openDraft(keeper, 'practice')
  expect(texts).toEqual(stored)
  expect(restoredFrom).toBeGreaterThan(0)
  expect(leftIds).toBe(false)
})

test('ids of the other place are left behind', () => {
  const { texts, leftIds } = openDraft(keeper, 'prolific')
  expect(texts).toEqual({ ...stored, workspaceId: '', datasetId: '' })
  expect(leftIds).toBe(true)
})

test('what was typed before the script came wins', () => {
  const input = document.createElement('input')
  input.id = 'field-taskTitle'
  input.value = 'Typed early'
  document.body.append(input)
  expect(openDraft(keeper, 'practice').texts.taskTitle).toBe('Typed early')
})
