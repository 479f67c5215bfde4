import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraftKeeper } from './draft-keeper.ts'
import { blankTexts } from './stored-draft.ts'

const written = { place: 'practice', texts: { ...blankTexts, taskTitle: 'Rate reviews' } } as const

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('the draft of this browser', () => {
  test('is saved 300 ms after the last change and found again by the next visit', () => {
    const keeper = createDraftKeeper(() => localStorage)
    keeper.schedule(() => written)
    vi.advanceTimersByTime(299)
    expect(createDraftKeeper(() => localStorage).load()).toBeNull()
    vi.advanceTimersByTime(1)
    expect(createDraftKeeper(() => localStorage).load()).toMatchObject(written)
    expect(keeper.state()).toMatchObject({ kind: 'saved' })
  })

  test('is saved while somebody types without a pause', () => {
    const keeper = createDraftKeeper(() => localStorage)
    for (let key = 0; key < 25; key += 1) {
      keeper.schedule(() => written)
      vi.advanceTimersByTime(100)
    }
    expect(keeper.load()).toMatchObject(written)
  })

  test('is saved at once when the page goes away', () => {
    const keeper = createDraftKeeper(() => localStorage)
    keeper.schedule(() => written)
    keeper.flush()
    expect(keeper.load()).toMatchObject(written)
  })

  test('is forgotten when everything in it was emptied', () => {
    const keeper = createDraftKeeper(() => localStorage)
    keeper.schedule(() => written)
    keeper.flush()
    keeper.schedule(() => ({ place: 'practice', texts: blankTexts }))
    keeper.flush()
    expect(localStorage.length).toBe(0)
    expect(keeper.state()).toEqual({ kind: 'untouched' })
  })

  test('says so when the storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    const keeper = createDraftKeeper(() => localStorage)
    keeper.schedule(() => written)
    keeper.flush()
    expect(keeper.state()).toEqual({ kind: 'failed', reason: 'full' })
  })

  test('never stops the app when what is stored is damaged', () => {
    localStorage.setItem('batch-composer.draft', '{"version":1,"texts":')
    expect(createDraftKeeper(() => localStorage).load()).toBeNull()
    localStorage.setItem('batch-composer.draft', '{"version":1,"texts":{"taskTitle":3}}')
    expect(createDraftKeeper(() => localStorage).load()).toBeNull()
  })

  test('of an earlier version is opened, with what it did not know yet as it begins', () => {
    const { keeps: _keeps, onlyKept: _onlyKept, ...earlier } = written.texts
    const save = (texts: object) =>
      localStorage.setItem(
        'batch-composer.draft',
        JSON.stringify({ version: 1, savedAt: 1, place: 'practice', texts }),
      )
    save(earlier)
    expect(createDraftKeeper(() => localStorage).load()?.texts).toEqual(written.texts)
    save({ ...earlier, keeps: 'a later word' })
    expect(createDraftKeeper(() => localStorage).load()?.texts).toEqual(written.texts)
  })

  test('works without any storage, and says that nothing is kept', () => {
    const keeper = createDraftKeeper(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    expect(keeper.load()).toBeNull()
    keeper.schedule(() => written)
    keeper.flush()
    expect(keeper.state()).toEqual({ kind: 'failed', reason: 'unavailable' })
  })
})
