import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { localStore } from './local-store.ts'

const Counted = z.object({ count: z.number() })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('what was written is read back, and gone once it was removed', () => {
  expect(localStore.writeJson('a.1', { count: 1 })).toBe(true)
  expect(localStore.writeText('b.1', 'text')).toBe(true)
  expect(localStore.keys('a.')).toEqual(['a.1'])
  expect(localStore.readJson('a.1', Counted)).toEqual({ count: 1 })
  expect(localStore.remove('a.1')).toBe(true)
  expect(localStore.readJson('a.1', Counted)).toBeNull()
})

test.each(['{"count":', '{"count":"1"}', 'null', ''])('%j is read as nothing', (stored) => {
  localStorage.setItem('a', stored)
  expect(localStore.readJson('a', Counted)).toBeNull()
})

test('a full browser says that it stored nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(localStore.writeJson('a', { count: 1 })).toBe(false)
  expect(localStore.isReadable()).toBe(true)
})

test('where nothing may be stored nothing throws', () => {
  vi.stubGlobal('localStorage', null)
  expect(localStore.readText('a')).toBeNull()
  expect(localStore.writeText('a', '1')).toBe(false)
  expect(localStore.remove('a')).toBe(false)
  expect(localStore.keys('')).toEqual([])
  expect(localStore.isReadable()).toBe(false)
})
