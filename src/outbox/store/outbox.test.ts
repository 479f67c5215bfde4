import 'fake-indexeddb/auto'
import { unwrap } from 'idb'
import { forceCloseDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '#storage/database.ts'
import type { Wish } from './intent.ts'

const wish: Wish = {
  draft: 'draft-1',
  place: 'practice',
  workspace_id: '6278acb09062db3b35bcbeb0',
  name: 'Ratings',
  body: '{\n  "name": "Ratings 😀"\n}',
}
const DAY_MS = 24 * 60 * 60_000

/** One tab: modules of its own on the browser's one database. */
async function openTab() {
  vi.resetModules()
  const [outbox, database, store, changes] = await Promise.all([
    import('./outbox.ts'),
    import('#storage/database.ts'),
    import('./outbox-store.ts'),
    import('./outbox-store.ts'),
  ])
  return { ...outbox, ...database, ...store, ...changes }
}
type Tab = Awaited<ReturnType<typeof openTab>>

async function prepared(tab: Tab, change: Partial<Wish> = {}) {
  const result = await tab.prepareIntent({ ...wish, ...change })
  if (result.kind !== 'prepared') throw new Error(`Not prepared but ${result.kind}`)
  return result.intent
}

async function storedRaw(tab: Tab): Promise<unknown[]> {
  return (await tab.openStorage()).getAll('outbox')
}

/** How a send ends of which nobody knows whether it was carried out. */
async function unanswered(tab: Tab, change: Partial<Wish> = {}) {
  const { id } = await prepared(tab, change)
  await tab.beginAttempt(id)
  await tab.settleIntent(id, 'not-known')
  return id
}

/** A disk on which nothing more can be written, and everything be read. */
function fillDisk() {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError')
  })
}

/** As browsers close a connection by themselves. The type of this function asks for the class. */
function loseConnection(database: Database) {
  Reflect.apply(forceCloseDatabase, undefined, [unwrap(database)])
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.useRealTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('an intent', () => {
  test('is kept byte for byte, and another tab finds it', async () => {
    const intent = await prepared(await openTab())
    expect(intent).toMatchObject({ ...wish, v: 1, state: 'prepared', attempts: [] })
    expect(await (await openTab()).outboxEntries()).toEqual([{ kind: 'readable', intent }])
  })

  test('is written with strict durability', async () => {
    const tab = await openTab()
    const transaction = vi.spyOn(await tab.openStorage(), 'transaction')
    const { id } = await prepared(tab)
    await tab.beginAttempt(id)
    await tab.settleIntent(id, 'not-known')
    expect(transaction.mock.calls).toHaveLength(3)
    for (const [, mode, options] of transaction.mock.calls) {
      expect([mode, options]).toEqual(['readwrite', { durability: 'strict' }])
    }
  })

  test('has a key for each attempt that somebody confirmed', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    expect(await tab.beginAttempt(id)).toMatchObject({ key: `${id}.1` })
    await tab.settleIntent(id, 'not-known')
    const again = await tab.beginAttempt(id)
    expect(again?.key).toBe(`${id}.2`)
    expect(again?.intent.attempts.map(({ outcome }) => outcome)).toEqual(['not-known', undefined])
  })

  test('leaves only once at a time, and never after it is settled', async () => {
    const [here, there] = [await openTab(), await openTab()]
    const { id } = await prepared(here)
    const left = await Promise.all([here.beginAttempt(id), there.beginAttempt(id)])
    expect(left.filter(Boolean)).toHaveLength(1)
    await here.settleIntent(id, 'created', { batchId: 'batch-1' })
    expect(await there.beginAttempt(id)).toBeNull()
    expect(await there.beginAttempt('unknown')).toBeNull()
  })

  test('that was created stays created', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    await tab.beginAttempt(id)
    await tab.settleIntent(id, 'created', { batchId: 'batch-1' })
    expect(await tab.settleIntent(id, 'not-known')).toBeNull()
    expect(await tab.outboxEntries()).toMatchObject([
      { intent: { state: 'created', batchId: 'batch-1', attempts: [{ outcome: 'created' }] } },
    ])
  })
})

describe('a second intent for the same draft', () => {
  test('is refused to one of two tabs that ask at once, 50 times', async () => {
    const [here, there] = [await openTab(), await openTab()]
    for (let run = 0; run < 50; run += 1) {
      const draft = `draft-${run}`
      const both = [here, there].map((tab) => tab.prepareIntent({ ...wish, draft }))
      const kinds = (await Promise.all(both)).map(({ kind }) => kind)
      expect(kinds.toSorted()).toEqual(['open', 'prepared'])
    }
    expect(await here.outboxEntries()).toHaveLength(50)
  })

  test.each(['prepared', 'sending', 'not-known'] as const)(
    'is refused while one is %s',
    async (state) => {
      const tab = await openTab()
      const { id } = await prepared(tab)
      if (state !== 'prepared') await tab.beginAttempt(id)
      if (state === 'not-known') await tab.settleIntent(id, state)
      expect(await tab.prepareIntent(wish, { evenIfCreated: true })).toMatchObject({
        kind: 'open',
        entry: { intent: { id, state } },
      })
    },
  )

  test('is free after a clear no', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    await tab.beginAttempt(id)
    await tab.settleIntent(id, 'not-created')
    expect((await prepared(tab)).id).not.toBe(id)
  })

  test('is refused after a batch was created, until somebody wants it all the same', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    await tab.beginAttempt(id)
    await tab.settleIntent(id, 'created', { batchId: 'batch-1' })
    expect(await tab.prepareIntent(wish)).toMatchObject({
      kind: 'created-before',
      intent: { id, batchId: 'batch-1' },
    })
    expect(await tab.prepareIntent(wish, { evenIfCreated: true })).toMatchObject({
      kind: 'prepared',
    })
  })

  test('is no business of another draft', async () => {
    const tab = await openTab()
    await prepared(tab)
    await prepared(tab, { draft: 'draft-2' })
    expect(await tab.outboxEntries()).toHaveLength(2)
  })
})

describe('a damaged entry', () => {
  test.each([
    ['another body', { body: '{}' }],
    ['no attempts', { attempts: undefined }],
    ['a state that nobody knows', { state: 'gone' }],
    ['a newer version', { v: 2 }],
    ['no checksum', { sha: 7 }],
  ])('with %s is open, with what can be read of it', async (_, damage) => {
    const tab = await openTab()
    const intent = await prepared(tab)
    await tab.beginAttempt(intent.id)
    await tab.settleIntent(intent.id, 'created', { batchId: 'batch-1' })
    await (await tab.openStorage()).put('outbox', { ...intent, ...damage })
    const { id, draft, place: environment, workspace_id, name, createdAt } = intent
    const remains = { id, draft, place: environment, workspace_id, name, createdAt }
    expect(await tab.outboxEntries()).toEqual([{ kind: 'damaged', intent: remains }])
    expect(await tab.prepareIntent(wish)).toMatchObject({ kind: 'open' })
    expect(await tab.settleIntent(id, 'not-created')).toBeNull()
    expect(await tab.beginAttempt(id)).toBeNull()
  })

  test('of which nothing can be read is not dropped', async () => {
    const tab = await openTab()
    await (await tab.openStorage()).put('outbox', { id: 'x', createdAt: 'yesterday', name: [] })
    expect(await tab.outboxEntries()).toMatchObject([
      { kind: 'damaged', intent: { id: 'x', name: '', place: null, createdAt: null } },
    ])
    expect(await storedRaw(tab)).toHaveLength(1)
  })

  test('goes when somebody has seen to it', async () => {
    const tab = await openTab()
    await (await tab.openStorage()).put('outbox', { id: 'x' })
    await tab.letGo('x')
    expect(await tab.outboxEntries()).toEqual([])
  })
})

describe('what is old', () => {
  const settled = async (tab: Tab, draft: string) => {
    const { id } = await prepared(tab, { draft })
    await tab.beginAttempt(id)
    await tab.settleIntent(id, 'created', { batchId: `batch of ${draft}` })
    return id
  }

  test('is let go after 30 days, unless it is open', async () => {
    const tab = await openTab()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 31 * DAY_MS })
    await settled(tab, 'old')
    const { id } = await prepared(tab, { draft: 'uncertain' })
    vi.useRealTimers()
    await settled(tab, 'new')
    const left = (await tab.outboxEntries()).map(({ intent }) => intent.draft)
    expect(left).toEqual(['new', 'uncertain'])
    expect(await storedRaw(tab)).toHaveLength(2)
    expect(await tab.beginAttempt(id)).not.toBeNull()
  })

  test('is let go when a hundred newer ones are settled', async () => {
    const tab = await openTab()
    for (let count = 0; count < 103; count += 1) {
      vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000_000 + count + 20_000 * DAY_MS })
      await settled(tab, `draft-${count}`)
    }
    const left = (await tab.outboxEntries()).map(({ intent }) => intent.draft)
    expect(left).toHaveLength(100)
    expect(left).not.toContain('draft-2')
    expect(left).toContain('draft-3')
  })
})

describe('a browser that keeps nothing', () => {
  test('still refuses, sends and settles, and says that it would forget', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const tab = await openTab()
    expect(tab.outboxIsForgetful()).toBe(false)
    const { id } = await prepared(tab)
    expect(tab.outboxIsForgetful()).toBe(true)
    expect(await tab.prepareIntent(wish)).toMatchObject({ kind: 'open' })
    expect(await tab.beginAttempt(id)).toMatchObject({ key: `${id}.1` })
    expect(await tab.settleIntent(id, 'created', { batchId: 'batch-1' })).toMatchObject({
      state: 'created',
    })
    expect(await tab.outboxEntries()).toHaveLength(1)
  })

  test('is what a full one is', async () => {
    const tab = await openTab()
    await tab.openStorage()
    fillDisk()
    const { id } = await prepared(tab)
    vi.restoreAllMocks()
    expect(tab.outboxIsForgetful()).toBe(true)
    expect(await tab.beginAttempt(id)).not.toBeNull()
  })
})

describe('a disk that fails', () => {
  test('forgets no open entry when it is full', async () => {
    const [before, tab] = [await openTab(), await openTab()]
    const id = await unanswered(before)
    fillDisk()
    const second = await prepared(tab, { draft: 'draft-2' })
    expect(await tab.prepareIntent(wish)).toMatchObject({ kind: 'open', entry: { intent: { id } } })
    const kept = (await tab.outboxEntries()).map(({ intent }) => intent.id)
    expect(kept.toSorted()).toEqual([id, second.id].toSorted())
  })

  test('forgets no open entry when it only lets itself be read', async () => {
    const [before, tab] = [await openTab(), await openTab()]
    const id = await unanswered(before)
    const database = await tab.openStorage()
    const transaction = database.transaction.bind(database)
    vi.spyOn(database, 'transaction').mockImplementation((names, mode, options) => {
      if (mode === 'readwrite') throw new DOMException('No room', 'QuotaExceededError')
      return transaction(names, mode, options)
    })
    expect(await tab.outboxEntries()).toMatchObject([{ intent: { id } }])
    expect(await tab.prepareIntent(wish)).toMatchObject({ kind: 'open' })
  })

  test('still has how it ended known in this window, and told', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    await tab.beginAttempt(id)
    fillDisk()
    const heard = vi.fn<() => void>()
    tab.onOutboxChange(heard)
    const ending = { batchId: 'batch-1' }
    expect(await tab.settleIntent(id, 'created', ending)).toMatchObject({ state: 'created' })
    expect(heard).toHaveBeenCalledTimes(1)
    expect(await tab.outboxEntries()).toMatchObject([{ intent: { id, state: 'created' } }])
    expect(await tab.prepareIntent(wish)).toMatchObject({ kind: 'created-before' })
  })

  test('for good has what this window saw of it known, and how it ended', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    const other = await unanswered(tab, { draft: 'draft-2' })
    await tab.beginAttempt(id)
    vi.stubGlobal('indexedDB', undefined)
    loseConnection(await tab.openStorage())
    const heard = vi.fn<() => void>()
    tab.onOutboxChange(heard)
    expect(await tab.settleIntent(id, 'not-known')).toMatchObject({ state: 'not-known' })
    expect(heard).toHaveBeenCalledTimes(1)
    const kept = (await tab.outboxEntries()).map(({ intent }) => intent.id)
    expect(kept.toSorted()).toEqual([id, other].toSorted())
  })

  test('lets nothing leave of which the next window would believe that it never left', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    fillDisk()
    expect(await tab.beginAttempt(id)).toBeNull()
    expect(await tab.outboxEntries()).toMatchObject([{ intent: { id, state: 'not-created' } }])
    expect(await tab.prepareIntent(wish)).toMatchObject({ kind: 'prepared' })
  })

  test('leaves a sending unknown that was unknown before', async () => {
    const tab = await openTab()
    const id = await unanswered(tab)
    await tab.settleIntent(id, 'not-known', { reason: 'The connection broke.' })
    fillDisk()
    expect(await tab.beginAttempt(id)).toBeNull()
    const [entry] = await tab.outboxEntries()
    expect(entry).toMatchObject({ intent: { id, state: 'not-known' } })
    // What did not leave is not told as an attempt.
    expect(entry?.kind === 'readable' && entry.intent.attempts).toMatchObject([
      { reason: 'The connection broke.' },
    ])
  })

  test('is opened once more when its connection is lost', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    const database = await tab.openStorage()
    // The transactions of a connection fail before it says that it is lost.
    vi.spyOn(database, 'transaction').mockImplementation(() => {
      setTimeout(() => loseConnection(database))
      throw new DOMException('The connection is closing.', 'InvalidStateError')
    })
    await tab.beginAttempt(id)
    expect(tab.outboxIsForgetful()).toBe(false)
    expect(await storedRaw(tab)).toMatchObject([{ id, state: 'sending' }])
  })

  test('does not let two at once begin with two memories', async () => {
    const tab = await openTab()
    await tab.openStorage()
    fillDisk()
    const both = [tab.prepareIntent(wish), tab.prepareIntent(wish)]
    const kinds = (await Promise.all(both)).map(({ kind }) => kind)
    expect(kinds).toEqual(['prepared', 'open'])
  })

  test('has an end that it never heard of not known to the next window', async () => {
    const tab = await openTab()
    const { id } = await prepared(tab)
    await tab.beginAttempt(id)
    fillDisk()
    await tab.settleIntent(id, 'created', { batchId: 'batch-1' })
    vi.restoreAllMocks()
    const next = await openTab()
    expect(await next.settleAbandoned(id)).toMatchObject({ state: 'not-known' })
    expect(await next.prepareIntent(wish)).toMatchObject({ kind: 'open' })
  })
})

test('a change is told to this tab and to the others', async () => {
  const [here, there] = [await openTab(), await openTab()]
  const [heard, overheard] = [vi.fn<() => void>(), vi.fn<() => void>()]
  here.onOutboxChange(heard)
  const stop = there.onOutboxChange(overheard)
  await prepared(here)
  expect(heard).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(overheard).toHaveBeenCalledTimes(1))
  stop()
  await prepared(here, { draft: 'draft-2' })
  expect(heard).toHaveBeenCalledTimes(2)
})
