import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#contract/new-id.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import { draftHistory, markCreated, readDraft, renameDraft } from '#drafts/store/drafts.ts'
import { blankTexts, type DraftTexts } from '#drafts/store/draft-texts.ts'

const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A form with one text in it, and what happened to it. */
type TestForm = {
  text: string
  taken: string[]
  begun: number
  reads: number
  leave: () => void
  handOver: () => void
  read: () => void
}

function formFor(autosave: Autosave, start = '') {
  const form: TestForm = {
    text: start,
    taken: [],
    begun: 0,
    reads: 0,
    leave: () => {},
    handOver: () => {},
    read: () => {},
  }
  form.leave = autosave.start({
    handOver: () => form.handOver(),
    read: () => {
      form.reads += 1
      form.read()
      return { place: 'practice', texts: textsOf(form.text) }
    },
    take: ({ texts }, why) => {
      form.text = texts.steps
      form.taken.push(`${why}: ${texts.steps}`)
    },
    begin: () => {
      form.begun += 1
    },
  })
  stops.push(form.leave)
  const write = (text: string, whole = false) => {
    form.text = text
    autosave.schedule(whole)
  }
  return Object.assign(form, { write })
}

const textsOf = (steps: string): DraftTexts => ({ ...blankTexts, steps })

async function stored(id: string) {
  const found = await readDraft(id)
  return found?.kind === 'readable' ? found.draft.texts.steps : (found?.kind ?? null)
}

/** Reads what is stored again and again, without a timer, until it is this or a hundred times. */
async function readUntil(id: string, text: string, times = 100): Promise<string | null> {
  const found = await stored(id)
  return found === text || times === 0 ? found : readUntil(id, text, times - 1)
}

const inState = (autosave: Autosave, kind: string) =>
  vi.waitFor(() => expect(autosave.state().kind).toBe(kind))

/** Until this is what is stored, and autosave knows it. */
const storedAs = async (id: string, text: string | null) =>
  vi.waitFor(async () => expect(await stored(id)).toBe(text))

const saved = (autosave: Autosave) => inState(autosave, 'saved')

function asksBeforeLeaving() {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

/** How often a form is read while so much time goes by. */
async function readsWithin(ms: number, form: TestForm) {
  const before = form.reads
  await vi.advanceTimersByTimeAsync(ms)
  return form.reads - before
}

/** A draft that an earlier visit stored. */
async function earlier(text: string) {
  const id = newId()
  const autosave = createAutosave(id)
  const form = formFor(autosave)
  form.write(text)
  autosave.flush()
  await storedAs(id, text)
  await saved(autosave)
  form.leave()
  return id
}

describe('a draft', () => {
  test('is written 300 ms after the last change', async () => {
    const autosave = createAutosave(newId())
    const form = formFor(autosave)
    await autosave.saveLoop()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    form.write('a')
    expect(await readsWithin(299, form)).toBe(0)
    expect(await readsWithin(1, form)).toBe(1)
  })

  test('is written at once when its page is hidden, the last keys included', async () => {
    const id = await earlier('a')
    const autosave = createAutosave(id, { mustExist: true })
    const form = formFor(autosave)
    await saved(autosave)
    // No time passes, so that nothing else can write it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    form.write('ab')
    form.handOver = () => form.write('abc')
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await readUntil(id, 'abc')).toBe('abc')
  })

  test('that cannot be read from its form is said not to be saved', async () => {
    const autosave = createAutosave(await earlier('a'), { mustExist: true })
    const form = formFor(autosave)
    await saved(autosave)
    form.read = () => {
      throw new Error('The form is broken.')
    }
    autosave.schedule(false)
    await inState(autosave, 'failed')
    expect(asksBeforeLeaving()).toBe(true)
  })

  test('is written 2 s after the first of many changes', async () => {
    const autosave = createAutosave(newId())
    const form = formFor(autosave)
    await autosave.saveLoop()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    form.write('a')
    const reads = []
    for (let tenth = 0; tenth < 20; tenth += 1) {
      autosave.schedule(false)
      // oxlint-disable-next-line no-await-in-loop
      reads.push(await readsWithin(100, form))
    }
    expect(reads).toEqual([...Array.from({ length: 19 }, () => 0), 1])
  })

  test('is found by the next visit, which waits for it', async () => {
    const id = await earlier('<p>Read</p>')
    const autosave = createAutosave(id, { mustExist: true })
    const form = formFor(autosave)
    expect(autosave.state()).toEqual({ kind: 'opening' })
    await saved(autosave)
    expect(form.taken).toEqual(['opened: <p>Read</p>'])
  })

  test('comes into the form although something was chosen in it before', async () => {
    const id = await earlier('stored')
    const autosave = createAutosave(id, { mustExist: true })
    const form = formFor(autosave)
    form.write('by itself')
    await saved(autosave)
    expect(form.taken).toEqual(['opened: stored'])
  })

  test('begins with the first key and not before', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    form.write('')
    expect(form.begun).toBe(0)
    form.write('a')
    form.write('ab')
    expect(form.begun).toBe(1)
    expect(autosave.state()).toEqual({ kind: 'untouched' })
    await storedAs(id, 'ab')
  })

  test('says that it is saved only once it is', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    const seen: unknown[] = []
    autosave.subscribe(() => void stored(id).then((text) => seen.push(text)))
    form.write('written')
    autosave.flush()
    await saved(autosave)
    await vi.waitFor(() => expect(seen).toEqual(['written']))
  })

  test('stays when everything in it was emptied, and keeps what was there', async () => {
    const id = await earlier('long work')
    const autosave = createAutosave(id, { mustExist: true })
    const form = formFor(autosave)
    await saved(autosave)
    form.write('', true)
    autosave.flush()
    await storedAs(id, '')
    expect((await draftHistory(id)).map(({ texts }) => texts.steps)).toEqual(['long work'])
  })

  test('keeps the last keys before everything in it was replaced', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    form.write('never stored')
    autosave.keepState()
    form.write('', true)
    autosave.flush()
    await storedAs(id, '')
    expect((await draftHistory(id)).map(({ texts }) => texts.steps)).toEqual(['never stored'])
  })

  test('keeps each state of several that were replaced at once', async () => {
    const id = await earlier('first')
    const autosave = createAutosave(id, { mustExist: true })
    const form = formFor(autosave)
    await saved(autosave)
    for (const text of ['second', 'third']) {
      form.write(`${text} before`)
      autosave.keepState()
      form.write(text, true)
    }
    autosave.flush()
    await storedAs(id, 'third')
    const before = (await draftHistory(id)).map(({ texts }) => texts.steps)
    expect(before).toEqual(['third before', 'second before'])
  })

  test('that was emptied before it was ever stored is not taken for missing', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    form.write('a')
    form.write('')
    await (await autosave.saveLoop()).write()
    // Somebody looks at the page again, and what is stored is looked at.
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await stored(id)).toBeNull()
    expect(await stored(id)).toBeNull()
    expect(autosave.state()).toEqual({ kind: 'untouched' })
    form.write('b')
    expect(form.begun).toBe(2)
  })

  test('is left behind at once when the page goes away, and found again', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    form.write('the last key')
    expect(autosave.leave()).toBe(true)
    const next = createAutosave(id, { mustExist: true })
    expect(next.backup?.texts.steps).toBe('the last key')
    formFor(next, 'the last key')
    await storedAs(id, 'the last key')
    await vi.waitFor(() => expect(createAutosave(id).backup).toBeNull())
  })

  test('that became a batch is not written in any more', async () => {
    const id = await earlier('sent')
    await markCreated(id, { place: 'practice', id: 'b1' })
    const autosave = createAutosave(id, { mustExist: true })
    formFor(autosave)
    await inState(autosave, 'closed')
    expect(autosave.state()).toMatchObject({ kept: { draft: { batch: { id: 'b1' } } } })
  })

  test('that is not there is said to be missing', async () => {
    const autosave = createAutosave(newId(), { mustExist: true })
    formFor(autosave)
    await inState(autosave, 'closed')
    expect(autosave.state()).toEqual({ kind: 'closed', kept: null })
  })
})

describe('a browser without room', () => {
  test('is said, until there is room again', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    form.write('too much')
    autosave.flush()
    await vi.waitFor(() => expect(autosave.state()).toEqual({ kind: 'failed', reason: 'full' }))
    expect(asksBeforeLeaving()).toBe(true)
    expect(await stored(id)).toBeNull()

    vi.restoreAllMocks()
    form.write('less')
    autosave.flush()
    await storedAs(id, 'less')
    await saved(autosave)
  })

  test('is tried again by itself, a few seconds after it refused', async () => {
    const id = newId()
    const autosave = createAutosave(id)
    const form = formFor(autosave)
    await autosave.saveLoop()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    form.write('too much for now')
    await vi.advanceTimersByTimeAsync(300)
    await inState(autosave, 'failed')
    // The second refusal must not be the end of it.
    await vi.advanceTimersByTimeAsync(5_000)
    vi.restoreAllMocks()
    await vi.advanceTimersByTimeAsync(5_000)
    await storedAs(id, 'too much for now')
    await saved(autosave)
    expect(await readsWithin(10_000, form)).toBe(0)
  })

  test('lets a text go that is too large once it was replaced, and keeps the one before', async () => {
    const id = await earlier('long work')
    const autosave = createAutosave(id, { mustExist: true })
    const form = formFor(autosave)
    await saved(autosave)
    const noRoom = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    // For the large text alone, whenever it is tried.
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(noRoom)
    form.write('too much')
    autosave.flush()
    await inState(autosave, 'failed')
    put.mockImplementationOnce(noRoom)
    autosave.keepState()
    form.write('', true)
    autosave.flush()
    await storedAs(id, '')
    await saved(autosave)
    expect((await draftHistory(id)).map(({ texts }) => texts.steps)).toEqual(['long work'])
  })

  test('that cannot be written to even at the end asks before it is left', async () => {
    const autosave = createAutosave(newId())
    const form = formFor(autosave)
    await autosave.saveLoop()
    form.write('a')
    expect(asksBeforeLeaving()).toBe(false)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    form.write('ab')
    expect(asksBeforeLeaving()).toBe(true)
  })
})

describe('two tabs on one draft', () => {
  async function twoTabs(text = 'start') {
    const id = await earlier(text)
    const one = createAutosave(id, { mustExist: true })
    const two = createAutosave(id, { mustExist: true })
    const forms = [formFor(one), formFor(two)] as const
    await saved(one)
    await saved(two)
    return { id, one, two, first: forms[0], second: forms[1] }
  }

  /** Both wrote at once, and the first was stored first: “theirs” for the second, which has “mine”. */
  async function tabsInConflict() {
    const tabs = await twoTabs()
    const { id, one, two, first, second } = tabs
    first.write('theirs')
    second.write('mine')
    one.flush()
    await storedAs(id, 'theirs')
    two.flush()
    await inState(two, 'conflict')
    return tabs
  }

  test('a tab without changes follows the other one silently', async () => {
    const { one, first, second } = await twoTabs()
    first.write('by the first')
    one.flush()
    await vi.waitFor(() => expect(second.text).toBe('by the first'))
    expect(second.taken.at(-1)).toBe('changed: by the first')
  })

  test('a tab with changes asks, and “keep mine” keeps the other in the history', async () => {
    const { id, two } = await tabsInConflict()
    expect(await stored(id)).toBe('theirs')
    await (await two.saveLoop()).keepMine()
    expect(await stored(id)).toBe('mine')
    expect((await draftHistory(id)).map(({ texts }) => texts.steps)).toContain('theirs')
  })

  test('“take theirs” keeps mine in the history', async () => {
    const { id, two, second } = await tabsInConflict()
    await (await two.saveLoop()).takeTheirs()
    expect(second.text).toBe('theirs')
    expect(await stored(id)).toBe('theirs')
    expect((await draftHistory(id)).map(({ texts }) => texts.steps)).toContain('mine')
  })

  test('somebody decides about the latest of the other texts', async () => {
    const { id, one, two, first, second } = await tabsInConflict()
    first.write('theirs, later')
    one.flush()
    await vi.waitFor(() =>
      expect(two.state()).toMatchObject({ theirs: { draft: { texts: textsOf('theirs, later') } } }),
    )
    expect(await (await two.saveLoop()).takeTheirs()).toBe(true)
    expect(second.text).toBe('theirs, later')
    expect((await draftHistory(id)).map(({ texts }) => texts.steps)).toContain('mine')
  })

  test('mine stays in the form when it cannot be kept in the history', async () => {
    const { two, second } = await tabsInConflict()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    expect(await (await two.saveLoop()).takeTheirs()).toBe(false)
    expect(second.text).toBe('mine')
  })

  test('“keep mine” keeps the other in the history also after mine was replaced', async () => {
    const { id, two, second } = await tabsInConflict()
    two.keepState()
    second.write('mine anew', true)
    expect(await (await two.saveLoop()).keepMine()).toBe(true)
    expect(await stored(id)).toBe('mine anew')
    const before = (await draftHistory(id)).map(({ texts }) => texts.steps)
    expect(before.slice(0, 2)).toEqual(['mine', 'theirs'])
  })

  test('one that was left and comes back is asked like any other', async () => {
    const id = await earlier('start')
    const left = createAutosave(id, { mustExist: true })
    const first = formFor(left)
    await saved(left)
    expect(left.leave()).toBe(true)
    const two = createAutosave(id, { mustExist: true })
    const second = formFor(two)
    await saved(two)
    await two.saveLoop()
    second.write('of the second')
    two.flush()
    await storedAs(id, 'of the second')
    await vi.waitFor(() => expect(first.text).toBe('of the second'))

    second.write('by the second')
    first.write('by the first')
    left.flush()
    await storedAs(id, 'by the first')
    two.flush()
    await inState(two, 'conflict')
    expect(await stored(id)).toBe('by the first')
  })

  test('a name that was given elsewhere is no conflict', async () => {
    const { id, two, second } = await twoTabs()
    second.write('mine')
    await renameDraft(id, 'Pilot')
    two.flush()
    await storedAs(id, 'mine')
    expect(await readDraft(id)).toMatchObject({ draft: { name: 'Pilot', texts: textsOf('mine') } })
  })

  test('what was saved under the same text changes nothing', async () => {
    const { id, two, second } = await twoTabs('same')
    second.write('same')
    two.flush()
    second.write('other')
    two.flush()
    await storedAs(id, 'other')
    expect(await readDraft(id)).toMatchObject({ draft: { rev: 2 } })
  })
})
