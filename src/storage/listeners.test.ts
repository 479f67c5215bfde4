import { expect, test, vi } from 'vitest'
import { createListeners, createStore } from './listeners.ts'

test('whoever listens is told what happens, until they stop', () => {
  const { subscribe, tell } = createListeners<[id: string]>()
  const listener = vi.fn<(id: string) => void>()
  const stop = subscribe(listener)
  tell('a')
  stop()
  tell('b')
  expect(listener.mock.calls).toEqual([['a']])
})

test('a store tells of another value only', () => {
  const store = createStore(0)
  const seen: number[] = []
  store.subscribe(() => seen.push(store.get()))
  store.set(0)
  store.set(1)
  store.set(1)
  expect(seen).toEqual([1])
})
