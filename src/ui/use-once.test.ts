import { act, renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useOnce } from './use-once.ts'

test('two presses within one tick do the work once, and it can be done again afterwards', async () => {
  const { result } = renderHook(() => useOnce())
  let end: ((how: string) => void) | undefined
  const work = vi.fn<() => Promise<string>>(() => new Promise<string>((resolve) => (end = resolve)))

  const first = act(() => result.current.once(work))
  const second = await result.current.once(work)
  expect(second).toBeUndefined()
  expect(work).toHaveBeenCalledTimes(1)
  expect(result.current.isLocked()).toBe(true)
  end?.('done')
  expect(await first).toBe('done')
  expect(result.current.busy).toBe(false)

  await act(() => result.current.once(async () => work.mockResolvedValue('again')()))
  expect(work).toHaveBeenCalledTimes(2)
})

test('work that fails passes on how, and gives way to the next press', async () => {
  const { result } = renderHook(() => useOnce())
  const fail = async () => {
    throw new Error('no room')
  }
  await act(() => expect(result.current.once(fail)).rejects.toThrow('no room'))
  expect(result.current.isLocked()).toBe(false)
  expect(result.current.busy).toBe(false)
})
