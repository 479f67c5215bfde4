import { renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blocksOfHtml } from '#html/parse/live-source.ts'
import { blankTexts } from '#drafts/store/stored-draft.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { createLatestTexts } from './latest-texts.ts'
import { createLiveTexts } from './text-access.ts'

/** By then a look at what is ahead is over. */
const LOOKED_MS = 500

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A form with both texts in it, as it is kept. */
function openForm() {
  const texts = { ...blankTexts, introduction: 'intro', steps: 'steps' }
  const { result } = renderHook(() => useForm<BatchDraft>({ defaultValues: texts }))
  const form = result.current
  const live = createLiveTexts(texts)
  const latest = createLatestTexts(form, live)
  form.subscribe({ formState: { values: true }, callback: () => latest.settle() })
  const onAhead = vi.fn<() => void>()
  latest.follow(onAhead)
  return {
    read: () => latest.read(),
    onAhead,
    publish: (name: 'introduction' | 'steps', html: string) =>
      live[name].publish(blocksOfHtml(html)),
    handOver: (name: 'introduction' | 'steps', html: string) => form.setValue(name, html),
    restart: (name: 'introduction' | 'steps') => live[name].publish([]),
  }
}

test('a text that is typed without a pause is kept as it is published', () => {
  const { read, publish, onAhead } = openForm()
  publish('introduction', 'intro, typed on')
  vi.advanceTimersByTime(LOOKED_MS)
  expect(onAhead).toHaveBeenCalledTimes(1)
  expect(read()).toMatchObject({ introduction: 'intro, typed on', steps: 'steps' })
})

test('a key that was handed over before its frame came is not replaced by the frame before', () => {
  const { read, publish, handOver } = openForm()
  publish('introduction', 'intro a')
  handOver('introduction', 'intro ab')
  vi.advanceTimersByTime(LOOKED_MS)
  expect(read().introduction).toBe('intro ab')
})

test('a text whose editor has published nothing yet is not taken for an empty one', () => {
  const { read, publish, handOver, onAhead, restart } = openForm()
  // As when an editor is not there yet, while the form has its text from the database.
  restart('steps')
  handOver('steps', 'steps from the database')
  publish('introduction', 'intro')
  vi.advanceTimersByTime(LOOKED_MS)
  expect(read().steps).toBe('steps from the database')
  expect(onAhead).not.toHaveBeenCalled()
})

test('what one text hands over says nothing of the other', () => {
  const { read, publish, handOver } = openForm()
  publish('introduction', 'intro, typed on')
  vi.advanceTimersByTime(LOOKED_MS)
  handOver('steps', 'other steps')
  expect(read()).toMatchObject({ introduction: 'intro, typed on', steps: 'other steps' })
})
