import 'fake-indexeddb/auto'
import { forceCloseDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB, unwrap } from 'idb'
import type * as Idb from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'

const stops: (() => void)[] = []
const releases: (() => void)[] = []
/** Of its own for each test: a page of the one before may still be writing. */
let draft = ''

beforeEach(() => {
  draft = newId()
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  for (const release of releases.splice(0)) release()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A page: modules of its own on what the browser stores. Its database answers once `answers` does. */
async function openPage(answers: Promise<void> = Promise.resolve()) {
  vi.resetModules()
  vi.doMock('idb', async (original) => {
    const real = await original<typeof Idb>()
    const openLater: typeof real.openDB = async (...what) => {
      await answers
      return real.openDB(...what)
    }
    return { ...real, openDB: openLater }
  })
  const [drafts, autosave, adopting, copies, database, outbox] = await Promise.all([
    import('#drafts/store/drafts.ts'),
    import('./autosave.ts'),
    import('./adopt-backups.ts'),
    import('./unload-backup.ts'),
    import('#storage/database.ts'),
    import('#outbox/store/outbox.ts'),
  ])
  return { ...drafts, ...autosave, ...adopting, ...copies, ...database, ...outbox }
}
type Page = Awaited<ReturnType<typeof openPage>>

/** A form of two texts for one draft. */
function formFor(
  page: Page,
  id: string,
  options: { mustExist?: boolean; mayExist?: boolean } = {},
) {
  const autosave = page.createAutosave(id, options)
  const texts = { ...blankTexts, ...autosave.backup?.texts, ...autosave.typed }
  const stop = autosave.start({
    handOver: () => {},
    read: () => ({ place: 'practice', texts }),
    take: (stored) => {
      Object.assign(texts, stored.texts, autosave.typed)
      if (Object.keys(autosave.typed).length > 0) autosave.schedule(true)
    },
    begin: () => {},
  })
  stops.push(stop)
  const write = (text: string, field: 'steps' | 'taskTitle' = 'steps') => {
    texts[field] = text
    autosave.schedule(false)
  }
  return { autosave, texts, stop, write }
}

/** What a page that was closed left of a draft that no database has. */
async function backUpOfAClosedPage(id = 'left') {
  const { writeBackup } = await openPage()
  const texts = { ...blankTexts, steps: 'an hour of work' }
  writeBackup({ id, base: 0, saved: false, tab: 't', at: 1, place: 'practice', texts })
}

const refuse = () => {
  throw new DOMException('Internal error opening backing store', 'UnknownError')
}
/** A browser that opens no database, from now on. */
const refuseToOpen = () => vi.spyOn(indexedDB, 'open').mockImplementation(refuse)

/** A tab that holds an older version of the database open and does not let it go. */
async function holdOlderVersion() {
  const held = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('batch-composer', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore('drafts', { keyPath: 'id' }),
    )
    request.addEventListener('success', () => resolve(request.result))
  })
  releases.push(() => held.close())
  return held
}

const titles = async (page: Page) =>
  (await page.listDrafts()).map((kept) => kept.kind === 'readable' && kept.draft.texts.steps)
const stateOf = ({ autosave }: ReturnType<typeof formFor>) => autosave.state()

describe('where the database cannot be opened', () => {
  test('looking at the drafts lets nothing go that a closed page left', async () => {
    await backUpOfAClosedPage()
    refuseToOpen()
    const page = await openPage()
    await page.adoptBackups()
    await expect(page.listDrafts()).rejects.toMatchObject({ fault: 'unavailable' })
    expect(page.draftsInBackups()).toMatchObject([
      { id: 'left', draft: { texts: { steps: 'an hour of work' } } },
    ])

    vi.restoreAllMocks()
    const next = await openPage()
    await next.adoptBackups()
    expect(await titles(next)).toEqual(['an hour of work'])
    expect(next.allBackups()).toEqual([])
  })

  test('a copy stays too when it cannot be written, and when its transaction is undone', async () => {
    await backUpOfAClosedPage()
    const page = await openPage()
    await page.openStorage()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(
      this: IDBObjectStore,
    ) {
      this.transaction.abort()
      return refuse()
    })
    await page.adoptBackups()
    expect(page.allBackups()).toHaveLength(1)
  })

  test('one refusal is not for ever', async () => {
    await (
      await openPage()
    ).addDraft({
      name: '',
      place: 'practice',
      texts: { ...blankTexts, steps: 'stored' },
    })
    const page = await openPage()
    refuseToOpen()
    await expect(page.listDrafts()).rejects.toMatchObject({ fault: 'unavailable' })
    vi.restoreAllMocks()
    expect(await titles(page)).toEqual(['stored'])
  })

  test('what is written is said to be unsaved, is kept beside it, and saved once it opens', async () => {
    const page = await openPage()
    refuseToOpen()
    const form = formFor(page, draft)
    await form.autosave.saveLoop()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    form.write('typed')
    await vi.advanceTimersByTimeAsync(400)
    await vi.waitFor(() => expect(stateOf(form)).toEqual({ kind: 'failed', reason: 'unavailable' }))
    expect(page.latestBackup(draft)).toMatchObject({ texts: { steps: 'typed' } })
    vi.restoreAllMocks()
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
    expect(page.latestBackup(draft)).toBeNull()
    expect(await (await openPage()).readDraft(draft)).toMatchObject({
      draft: { texts: { steps: 'typed' } },
    })
  })

  test('a draft that is asked for is not called missing, and comes once it opens', async () => {
    const id = await (
      await openPage()
    ).addDraft({
      name: '',
      place: 'practice',
      texts: { ...blankTexts, steps: 'stored' },
    })
    const page = await openPage()
    refuseToOpen()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const form = formFor(page, id, { mustExist: true })
    await vi.waitFor(() => expect(stateOf(form)).toEqual({ kind: 'opening', fault: 'unavailable' }))
    vi.restoreAllMocks()
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
    expect(form.texts.steps).toBe('stored')
  })

  test('a draft that is added can be opened, and is stored with its name once that works', async () => {
    const page = await openPage()
    refuseToOpen()
    const texts = { ...blankTexts, steps: 'imported' }
    const id = await page.addDraft({ name: 'Pilot', place: 'practice', texts })
    expect(page.createAutosave(id, { mustExist: true }).backup?.texts.steps).toBe('imported')
    vi.restoreAllMocks()
    await page.adoptBackups()
    expect(await page.readDraft(id)).toMatchObject({ draft: { name: 'Pilot', texts } })
  })

  test('a draft that only a closed page left can be deleted, and had back', async () => {
    await backUpOfAClosedPage()
    refuseToOpen()
    const page = await openPage()
    const deleted = await page.deleteDraft('left')
    expect(page.draftsInBackups()).toEqual([])
    if (!deleted) throw new Error('There was something to delete.')
    await page.restoreDraft(deleted)
    expect(page.draftsInBackups()).toHaveLength(1)
  })
})

describe('a database that is held up', () => {
  test('by another tab is said at once, and goes on when that tab is closed', async () => {
    const held = await holdOlderVersion()
    const page = await openPage()
    const form = formFor(page, draft)
    form.write('typed')
    form.autosave.flush()
    await vi.waitFor(() => expect(stateOf(form)).toEqual({ kind: 'failed', reason: 'blocked' }))
    await expect(page.listDrafts()).rejects.toMatchObject({ fault: 'blocked' })
    held.close()
    await vi.waitFor(async () => expect(await page.readDraft(draft)).toBeNull())
    form.autosave.flush()
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
  })

  test('holds nothing else up: nothing is sent as long as it is not known what is under way', async () => {
    const held = await holdOlderVersion()
    const page = await openPage()
    const wish = {
      draft: draft,
      place: 'practice',
      workspace_id: 'w',
      name: 'n',
      body: '{}',
    } as const
    expect(await page.prepareIntent(wish)).toEqual({ kind: 'not-written' })
    expect(await page.outboxEntries()).toEqual([])
    held.close()
    await vi.waitFor(async () =>
      expect(await page.prepareIntent(wish)).toMatchObject({ kind: 'prepared' }),
    )
  })

  test('without a word is said after five seconds, and taken once it answers', async () => {
    let answer = () => {}
    const page = await openPage(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const form = formFor(page, draft)
    form.write('typed')
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(stateOf(form)).toEqual({ kind: 'saving', isLong: true }))
    expect(page.latestBackup(draft)).toMatchObject({ texts: { steps: 'typed' } })
    answer()
    await vi.waitFor(() => page.listDrafts())
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
    expect(page.latestBackup(draft)).toBeNull()
  })

  test('by a newer version of the app is said, and what is written is kept beside it', async () => {
    const page = await openPage()
    const form = formFor(page, draft)
    form.write('first')
    form.autosave.flush()
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('batch-composer', 99)
      request.addEventListener('success', () => resolve(request.result))
    })
    releases.push(() => newer.close())
    form.write('second')
    form.autosave.flush()
    await vi.waitFor(() => expect(stateOf(form)).toEqual({ kind: 'failed', reason: 'outdated' }))
    expect(page.latestBackup(draft)).toMatchObject({ texts: { steps: 'second' } })
  })

  test('is opened anew at once when the browser has closed it', async () => {
    const page = await openPage()
    const form = formFor(page, draft)
    form.write('first')
    form.autosave.flush()
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
    Reflect.apply(forceCloseDatabase, undefined, [unwrap(await page.openStorage())])
    form.write('second')
    form.autosave.flush()
    await vi.waitFor(async () =>
      expect(await page.readDraft(draft)).toMatchObject({ draft: { texts: { steps: 'second' } } }),
    )
  })
})

describe('a save', () => {
  /** Another tab writes and does not end; returns how to have it end. */
  async function keepWriting({ openStorage }: Page) {
    await openStorage()
    const other = await openDB('batch-composer')
    const { store } = other.transaction('drafts', 'readwrite')
    const tab = { writes: true }
    const write = async () => {
      // oxlint-disable-next-line no-await-in-loop
      while (tab.writes) await store.get('nothing')
      other.close()
    }
    void write()
    return () => {
      tab.writes = false
    }
  }

  test('that takes long says so after five seconds, and Saved when it comes', async () => {
    const page = await openPage()
    const form = formFor(page, draft)
    await form.autosave.saveLoop()
    const seen: unknown[] = []
    form.autosave.subscribe(() => seen.push(form.autosave.state()))
    const release = await keepWriting(page)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    form.write('typed')
    await vi.advanceTimersByTimeAsync(600)
    expect(seen).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(seen).toEqual([{ kind: 'saving', isLong: false }])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(seen.at(-1)).toEqual({ kind: 'saving', isLong: true })
    release()
    vi.useRealTimers()
    await vi.waitFor(() => expect(stateOf(form).kind).toBe('saved'))
    expect(seen).toHaveLength(3)
  })

  test('that takes a few milliseconds is said only once it is done', async () => {
    const page = await openPage()
    const form = formFor(page, draft)
    const seen: string[] = []
    form.autosave.subscribe(() => seen.push(form.autosave.state().kind))
    form.write('typed')
    await vi.waitFor(() => expect(seen).toContain('saved'))
    expect(seen).toEqual(['saved'])
  })
})

describe('what is typed before the stored draft has come', () => {
  test('is there again after the page went, on top of what is stored', async () => {
    const id = await (
      await openPage()
    ).addDraft({
      name: '',
      place: 'practice',
      texts: { ...blankTexts, steps: 'stored', taskTitle: 'Old' },
    })
    const gone = formFor(await openPage(new Promise(() => {})), id, { mustExist: true })
    gone.write('Typed too early', 'taskTitle')

    const next = await openPage()
    const form = formFor(next, id, { mustExist: true })
    expect(form.texts.taskTitle).toBe('Typed too early')
    await vi.waitFor(() => expect(form.texts.steps).toBe('stored'))
    await vi.waitFor(() => expect(next.latestBackup(id)).toBeNull())
    expect(await next.readDraft(id)).toMatchObject({
      draft: { texts: { steps: 'stored', taskTitle: 'Typed too early' } },
    })
    expect(await next.draftHistory(id)).toMatchObject([{ texts: { taskTitle: 'Old' } }])
  })

  test('goes into its draft also when only the list is looked at', async () => {
    const id = await (
      await openPage()
    ).addDraft({
      name: '',
      place: 'practice',
      texts: { ...blankTexts, steps: 'stored', taskTitle: 'Old' },
    })
    const { writeBackup, ...page } = await openPage()
    const texts = { ...blankTexts, taskTitle: 'Typed too early' }
    writeBackup({
      id,
      base: 0,
      saved: false,
      partial: true,
      tab: 't',
      at: 1,
      place: 'practice',
      texts,
    })
    await page.adoptBackups()
    expect(await page.readDraft(id)).toMatchObject({
      draft: { texts: { steps: 'stored', taskTitle: 'Typed too early' } },
    })
    expect(page.allBackups()).toEqual([])
  })

  test('a draft that was begun and closed at once is waited for', async () => {
    const before = formFor(await openPage(), draft)
    before.write('begun')
    before.autosave.flush()
    await vi.waitFor(() => expect(stateOf(before).kind).toBe('saved'))
    before.stop()
    localStorage.clear()
    const form = formFor(await openPage(), draft, { mayExist: true })
    expect(stateOf(form)).toEqual({ kind: 'opening' })
    await vi.waitFor(() => expect(form.texts.steps).toBe('begun'))
    const fresh = formFor(await openPage(), newId(), { mayExist: true })
    await vi.waitFor(() => expect(stateOf(fresh)).toEqual({ kind: 'untouched' }))
  })
})

test('a page closed during its save, and the next one before it saw that save, leave one draft', async () => {
  const closed = await openPage()
  const saving = formFor(closed, draft)
  saving.write('first')
  saving.autosave.flush()
  await vi.waitFor(() => expect(stateOf(saving).kind).toBe('saved'))
  saving.write('first, second')
  saving.autosave.leave()
  const left = Object.entries<string>(localStorage)
  expect(left).toHaveLength(1)
  saving.autosave.flush()
  await vi.waitFor(() => expect(closed.latestBackup(draft)).toBeNull())
  // The page was gone before it heard that the save had worked, so its copy stays.
  for (const [key, copy] of left) localStorage.setItem(key, copy)
  const brief = formFor(await openPage(new Promise(() => {})), draft, { mustExist: true })
  brief.write('first, second, third')
  brief.stop()

  const page = await openPage()
  await page.adoptBackups()
  expect(await titles(page)).toEqual(['first, second, third'])
})

test('a tab that has nothing new, and one that has, both close: neither copy replaces the other', async () => {
  const page = await openPage()
  const copy = {
    id: draft,
    base: 1,
    place: 'practice',
    texts: { ...blankTexts, steps: 'x' },
  } as const
  const mine = { ...copy, saved: false, tab: 'a', at: 1 }
  page.writeBackup(mine)
  page.writeBackup({ ...copy, saved: true, tab: 'b', at: 2 })
  expect(page.latestBackup(draft)).toEqual(mine)
  page.writeBackup({ ...copy, saved: false, tab: 'c', at: 3 })
  expect(
    page
      .allBackups()
      .map(({ tab }) => tab)
      .toSorted(),
  ).toEqual(['a', 'c'])
  expect(page.latestBackup(draft)?.tab).toBe('c')
})
