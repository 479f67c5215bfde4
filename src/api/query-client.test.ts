import { onlineManager, QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createQueryClient } from './query-client.ts'

test('a read that fails without an answer of a place ends, and is not tried again', async () => {
  let tries = 0
  const read = createQueryClient().fetchQuery({
    queryKey: ['shut'],
    queryFn: () => {
      tries += 1
      throw new Error('The storage is shut.')
    },
  })
  await expect(read).rejects.toThrow('The storage is shut.')
  expect(tries).toBe(1)
})

test('the same holds for a screen, also where it says itself that nothing is tried again', async () => {
  const client = createQueryClient()
  const observer = new QueryObserver(client, {
    queryKey: ['shut'],
    queryFn: () => Promise.reject(new Error('The storage is shut.')),
    retry: false,
  })
  onTestFinished(observer.subscribe(() => {}))
  await vi.waitFor(() => expect(observer.getCurrentResult().isError).toBe(true))
})

test('neither reads nor writes wait for a browser that takes itself to be offline', async () => {
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
  const client = createQueryClient()
  const observer = new QueryObserver(client, {
    queryKey: ['asked'],
    queryFn: () => Promise.resolve('answered'),
  })
  onTestFinished(observer.subscribe(() => {}))
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('answered'))
  const write = client
    .getMutationCache()
    .build(client, { mutationFn: () => Promise.resolve('written') })
  await expect(write.execute(undefined)).resolves.toBe('written')
})
