import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropEdit, keepEdit, newEditKey, unsavedEdits } from './unsaved-edit.ts'

const base = { task_name: 'T', task_introduction: '<p>i</p>', task_steps: '<p>s</p>' }
const texts = { ...base, task_name: 'Other' }
const keep = (change = texts) => {
  const kept = keepEdit(newEditKey('practice', 'a'), { base, texts: change })
  if (!kept) throw new Error('It was not kept.')
  return kept
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('a change that was begun is found again, for that batch in that place', () => {
  const kept = keep()
  expect(unsavedEdits('practice', 'a')).toEqual([kept])
  expect(kept).toMatchObject({ base, texts })
  expect(unsavedEdits('prolific', 'a')).toEqual([])
  expect(unsavedEdits('practice', 'ab')).toEqual([])
  dropEdit(kept)
  expect(unsavedEdits('practice', 'a')).toEqual([])
})

test('changes of several windows are kept side by side, the newest first', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 })
  const first = keep({ ...texts, task_name: 'First' })
  vi.setSystemTime(2000)
  const second = keep({ ...texts, task_name: 'Second' })
  expect(unsavedEdits('practice', 'a')).toEqual([second, first])
  vi.setSystemTime(3000)
  const again = keepEdit(first.key, { base, texts })
  expect(unsavedEdits('practice', 'a')).toEqual([again, second])
})

test('a change that was kept anew since it was read is not let go', () => {
  const read = keep()
  const since = keepEdit(read.key, { base, texts: { ...texts, task_name: 'Since' } })
  dropEdit(read)
  expect(unsavedEdits('practice', 'a')).toEqual([since])
})

test('a change that an earlier version kept is found, and let go', () => {
  const stored = { version: 1, savedAt: 1000, base, texts }
  localStorage.setItem('batch-composer.edit.practice.a', JSON.stringify(stored))
  const [found] = unsavedEdits('practice', 'a')
  expect(found).toMatchObject({ base, texts, savedAt: 1000 })
  if (found) dropEdit(found)
  expect(unsavedEdits('practice', 'a')).toEqual([])
})

test.each(['{', '{"version":1,"texts":{}}', '7'])('%s in the storage is no change', (stored) => {
  localStorage.setItem('batch-composer.edit.practice.a', stored)
  expect(unsavedEdits('practice', 'a')).toEqual([])
})

test('a full storage says that the change is not kept', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  expect(keepEdit(newEditKey('practice', 'a'), { base, texts })).toBeNull()
})
