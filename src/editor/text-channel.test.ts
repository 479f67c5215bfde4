import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blocksOfHtml } from '#html/parse/live-source.ts'
import { createTextChannel, flushTexts } from './text-channel.ts'

/** By then a look at what is ahead is over. */
const LOOKED_MS = 500

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A text of a form, as it is kept. */
function openText(start: string) {
  const channel = createTextChannel(start)
  let value = start
  const onAhead = vi.fn<() => void>()
  channel.whenAhead(onAhead)
  return {
    onAhead,
    kept: () => channel.newer() ?? value,
    publish: (html: string) => channel.publish(blocksOfHtml(html)),
    handOver: (html: string) => {
      value = html
      channel.settle(html)
    },
  }
}

test('a text that is typed without a pause is kept as it is published', () => {
  const { kept, publish, onAhead } = openText('intro')
  publish('intro, typed on')
  vi.advanceTimersByTime(LOOKED_MS)
  expect(onAhead).toHaveBeenCalledTimes(1)
  expect(kept()).toBe('intro, typed on')
})

test('a key that was handed over before its frame came is not replaced by the frame before', () => {
  const { kept, publish, handOver } = openText('intro')
  publish('intro a')
  handOver('intro ab')
  vi.advanceTimersByTime(LOOKED_MS)
  expect(kept()).toBe('intro ab')
})

test('a text whose editor has published nothing yet is not taken for an empty one', () => {
  const { kept, publish, handOver, onAhead } = openText('')
  // As when an editor is not there yet, while the form has its text from the database.
  publish('')
  handOver('steps from the database')
  vi.advanceTimersByTime(LOOKED_MS)
  expect(kept()).toBe('steps from the database')
  expect(onAhead).not.toHaveBeenCalled()
})

test('a form that changed elsewhere says nothing of a text that it holds as before', () => {
  const { kept, publish, handOver } = openText('intro')
  publish('intro, typed on')
  vi.advanceTimersByTime(LOOKED_MS)
  handOver('intro')
  expect(kept()).toBe('intro, typed on')
})

test('a text that cannot be handed over is named, and stops no other', () => {
  const channels = { introduction: createTextChannel(), steps: createTextChannel() }
  const flush = vi.fn<() => boolean>(() => true)
  const text = { rewrite: () => {}, reveal: () => {} }
  channels.introduction.attach({
    ...text,
    flush: () => {
      throw new Error('This text throws.')
    },
  })
  const detach = channels.steps.attach({ ...text, flush })
  expect(flushTexts(channels)).toEqual(['introduction'])
  expect(flush).toHaveBeenCalledOnce()
  detach()
  expect(flushTexts(channels)).toEqual(['introduction'])
  expect(flush).toHaveBeenCalledOnce()
})
