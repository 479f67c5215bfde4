import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropEdit, keepEdit, unsavedEdit } from './unsaved-edit.ts'

const base = { task_name: 'T', task_introduction: '<p>i</p>', task_steps: '<p>s</p>' }
const texts = { ...base, task_name: 'Other' }

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

test('a change that was begun is found again, for that batch in that place', () => {
  expect(keepEdit('practice', 'a', base, texts)).toBe(true)
  expect(unsavedEdit('practice', 'a')).toMatchObject({ base, texts })
  expect(unsavedEdit('prolific', 'a')).toBeNull()
  dropEdit('practice', 'a')
  expect(unsavedEdit('practice', 'a')).toBeNull()
})

test.each(['{', '{"version":1,"texts":{}}', '7'])('%s in the storage is no change', (stored) => {
  localStorage.setItem('batch-composer.edit.practice.a', stored)
  expect(unsavedEdit('practice', 'a')).toBeNull()
})

test('a full storage says that the change is not kept', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  expect(keepEdit('practice', 'a', base, texts)).toBe(false)
})
