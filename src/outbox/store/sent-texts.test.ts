import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onSentChange, rememberSent, sentTexts } from './sent-texts.ts'

const texts = (task_steps: string) => ({
  task_name: 'T',
  task_introduction: '<p>i</p>',
  task_steps,
})

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

test('the texts of a batch are what was sent last, in that place', () => {
  rememberSent('practice', 'a', texts('one'))
  rememberSent('practice', 'a', texts('two'))
  expect(sentTexts('practice', 'a')?.texts).toEqual(texts('two'))
  expect(sentTexts('prolific', 'a')).toBeNull()
  expect(sentTexts('practice', 'b')).toBeNull()
})

test('the last 50 batches are kept', () => {
  for (let number = 0; number < 55; number += 1) rememberSent('practice', `${number}`, texts('x'))
  expect(sentTexts('practice', '4')).toBeNull()
  expect(sentTexts('practice', '5')).not.toBeNull()
})

test('long texts make the oldest go sooner, and one that is too long is not kept', () => {
  const long = texts('x'.repeat(400_000))
  for (const id of ['a', 'b', 'c']) rememberSent('practice', id, long)
  expect(sentTexts('practice', 'a')).toBeNull()
  expect(sentTexts('practice', 'b')).not.toBeNull()
  rememberSent('practice', 'd', texts('x'.repeat(1_000_000)))
  expect(sentTexts('practice', 'd')).toBeNull()
})

test.each(['{', 'null', '{"version":2,"batches":[]}', '{"version":1,"batches":7}'])(
  '%s in the storage is nothing to compare with',
  (stored) => {
    localStorage.setItem('batch-composer.sent', stored)
    expect(sentTexts('practice', 'a')).toBeNull()
    rememberSent('practice', 'a', texts('x'))
    expect(sentTexts('practice', 'a')).not.toBeNull()
  },
)

test('an entry that cannot be read does not cost the others', () => {
  rememberSent('practice', 'a', texts('x'))
  const stored = localStorage.getItem('batch-composer.sent') ?? ''
  localStorage.setItem('batch-composer.sent', stored.replace('[', '[{"place":"nowhere"},'))
  expect(sentTexts('practice', 'a')).not.toBeNull()
})

test('a full storage is left to the draft', () => {
  rememberSent('practice', 'a', texts('x'))
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  rememberSent('practice', 'b', texts('x'))
  expect(localStorage.length).toBe(0)
})

test('who shows the texts is told of new ones', () => {
  const told = vi.fn<() => void>()
  const stop = onSentChange(told)
  rememberSent('practice', 'a', texts('x'))
  stop()
  rememberSent('practice', 'a', texts('y'))
  expect(told).toHaveBeenCalledOnce()
})
