import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { practice, serve } from '#test/serve.ts'
import type { Backend } from '#contract/app-config.ts'

const wish = (change: object = {}, draft = 'draft-1') => {
  const request = { ...documentedExample, ...change }
  return {
    draft,
    place: 'practice' as const,
    workspace_id: request.workspace_id,
    name: request.name,
    body: JSON.stringify(request),
  }
}

/** Locks as browsers have them: by name, held as long as the work lasts. */
function fakeLocks() {
  const held = new Set<string>()
  return {
    held,
    async request(name: string, _: unknown, work: (lock: object | null) => Promise<unknown>) {
      if (held.has(name)) return work(null)
      held.add(name)
      try {
        return await work({})
      } finally {
        held.delete(name)
      }
    },
  }
}

/** One window: modules of its own on the browser's one database and its locks. */
async function openWindow() {
  vi.resetModules()
  const [create, sends, look, outbox, abandoned, database] = await Promise.all([
    import('./create-once.ts'),
    import('./current-sends.ts'),
    import('#outbox/reconcile/reconcile.ts'),
    import('#outbox/store/outbox.ts'),
    import('./sends-of-draft.ts'),
    import('#storage/database.ts'),
  ])
  return { ...create, ...sends, ...look, ...outbox, ...abandoned, ...database }
}

const posts = (calls: string[]) => calls.filter((call) => call.startsWith('POST')).length
const once = { evenIfCreated: false }

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  localStorage.clear()
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'locks')
})

describe('a wish for a batch', () => {
  test('is written down before anything leaves, and the key with it', async () => {
    const server = serve()
    const { createOnce, outboxEntries } = await openWindow()
    const written: unknown[] = []
    server.answerInstead(async () => {
      written.push(...(await outboxEntries()))
      return undefined
    })
    const outcome = await createOnce(practice, wish(), once)
    expect(outcome.kind).toBe('created')
    expect(written).toMatchObject([{ intent: { state: 'sending', body: wish().body } }])
    const [entry] = await outboxEntries()
    expect(entry).toMatchObject({
      intent: { state: 'created', attempts: [{ outcome: 'created' }] },
    })
  })

  test('has the browser ask before the page is left while it is on its way, and no longer', async () => {
    const server = serve()
    const { createOnce } = await openWindow()
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const asked: boolean[] = []
    server.answerInstead(() => {
      asked.push(asks())
      return undefined
    })
    await createOnce(practice, wish(), once)
    expect([...asked, asks()]).toEqual([true, false])
  })

  test('is sent once by two windows that ask at the same time, 30 times', async () => {
    const server = serve()
    const [here, there] = [await openWindow(), await openWindow()]
    for (let run = 0; run < 30; run += 1) {
      const both = [here, there].map(({ createOnce }) =>
        createOnce(practice, wish({ name: `Run ${run}` }, `draft-${run}`), once),
      )
      const kinds = (await Promise.all(both)).map(({ kind }) => kind)
      expect(kinds).toContain('created')
      expect(kinds).not.toEqual(['created', 'created'])
    }
    expect(posts(server.calls)).toBe(30)
  })

  test('is sent once by two windows without locks too', async () => {
    Reflect.deleteProperty(navigator, 'locks')
    const server = serve()
    const [here, there] = [await openWindow(), await openWindow()]
    for (let run = 0; run < 30; run += 1) {
      const draft = `draft-${run}`
      await Promise.all([here, there].map((tab) => tab.createOnce(practice, wish({}, draft), once)))
    }
    expect(posts(server.calls)).toBe(30)
  })

  test('that became a batch asks before a second one', async () => {
    const server = serve()
    const { createOnce } = await openWindow()
    await createOnce(practice, wish(), once)
    expect(await createOnce(practice, wish(), once)).toMatchObject({ kind: 'created-before' })
    expect(posts(server.calls)).toBe(1)
    expect(await createOnce(practice, wish(), { evenIfCreated: true })).toMatchObject({
      kind: 'created',
    })
  })

  test('that was refused may be corrected and sent again', async () => {
    serve()
    const { createOnce } = await openWindow()
    const refused = await createOnce(practice, wish({ name: 'No !400' }), once)
    expect(refused).toMatchObject({ kind: 'not-created', failure: { status: 400 } })
    expect(await createOnce(practice, wish(), once)).toMatchObject({ kind: 'created' })
  })

  test('whose answer breaks the app is not taken for one that was not sent', async () => {
    const server = serve()
    const { createOnce, outboxEntries } = await openWindow()
    server.answerInstead(async () => {
      const answer = new Response('', { status: 502 })
      vi.spyOn(answer.headers, 'get').mockImplementation(() => {
        throw new Error('A fault of ours.')
      })
      return answer
    })
    expect(await createOnce(practice, wish(), once)).toEqual({ kind: 'not-known' })
    expect(await outboxEntries()).toMatchObject([{ intent: { state: 'not-known' } }])
  })

  test('is sent where a browser takes itself to be offline and the server answers', async () => {
    const server = serve()
    const { createOnce, sendAgain, outboxEntries } = await openWindow()
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const lost = wish({ name: 'Lost !drop-before' })
    expect(await createOnce(practice, lost, once)).toEqual({ kind: 'not-known' })
    const [entry] = await outboxEntries()
    if (entry?.kind !== 'readable') throw new Error('It was not written down.')
    expect(await sendAgain(practice, entry.intent)).toEqual({ kind: 'not-known' })
    expect(posts(server.calls)).toBe(2)

    server.answerInstead(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await sendAgain(practice, entry.intent)).toEqual({ kind: 'offline' })
    expect(await createOnce(practice, wish({}, 'draft-2'), once)).toEqual({ kind: 'offline' })
    expect(posts(server.calls)).toBe(2)
    expect(await outboxEntries()).toHaveLength(1)
  })

  test('is created also where that cannot be written down any more', async () => {
    const server = serve()
    const tab = await openWindow()
    server.answerInstead(() => {
      vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementationOnce(() => {
        throw new DOMException('closed', 'InvalidStateError')
      })
      return undefined
    })
    expect(await tab.createOnce(practice, wish(), once)).toMatchObject({ kind: 'created' })
  })

  test('is sent only where it was reviewed for', async () => {
    serve()
    const { createOnce } = await openWindow()
    const prolific: Backend = { ...practice, place: 'prolific' }
    await expect(createOnce(prolific, wish(), once)).rejects.toThrow('only where it was reviewed')
  })
})

describe('a send without an answer', () => {
  const client = new QueryClient()
  const unanswered = async (name: string, draft = 'draft-1') => {
    const tab = await openWindow()
    const outcome = await tab.createOnce(practice, wish({ name }, draft), once)
    expect(outcome).toEqual({ kind: 'not-known' })
    const [entry] = await tab.outboxEntries()
    if (entry?.kind !== 'readable') throw new Error('It was not written down.')
    return { tab, intent: entry.intent }
  }

  test('keeps the draft from being sent again before it is settled', async () => {
    const server = serve()
    const { tab } = await unanswered('Lost !drop-after')
    expect(await tab.createOnce(practice, wish(), once)).toMatchObject({ kind: 'open' })
    expect(posts(server.calls)).toBe(1)
  })

  test('takes the one match for its own', async () => {
    serve()
    const { tab, intent } = await unanswered('Lost !drop-after')
    expect(await tab.reconcile(client, practice, intent)).toMatchObject({ kind: 'found' })
    expect(await tab.outboxEntries()).toMatchObject([{ intent: { state: 'created' } }])
  })

  test('is found in a list without texts', async () => {
    const server = serve()
    const { tab, intent } = await unanswered('Lost !drop-after')
    const [batch] = await server.list()
    const { task_details: _texts, ...bare } = batch ?? {}
    server.answerInstead((call) =>
      call.includes('workspace_id')
        ? Promise.resolve(Response.json({ results: [bare] }))
        : undefined,
    )
    expect(await tab.reconcile(client, practice, intent)).toMatchObject({ kind: 'found' })
  })

  test('is not called absent by an answer that holds no list', async () => {
    const server = serve()
    const { tab, intent } = await unanswered('Lost !drop-after')
    server.answerInstead((call) =>
      call.includes('workspace_id') ? Promise.resolve(Response.json({ results: 'x' })) : undefined,
    )
    expect(await tab.reconcile(client, practice, intent)).toMatchObject({ kind: 'failed' })
  })

  test('does not take what came of another one', async () => {
    serve()
    const { tab, intent } = await unanswered('Twins !drop-after')
    const other = await unanswered('Twins !drop-after', 'draft-2')
    expect(await tab.reconcile(client, practice, intent)).toMatchObject({ kind: 'several' })
    const looked = await tab.reconcile(client, practice, intent)
    const [first] = looked.kind === 'several' ? looked.batches : []
    if (!first) throw new Error('There were not several.')
    expect(await tab.adopt(client, practice, intent, first)).toBe(true)
    expect(await other.tab.adopt(client, practice, other.intent, first)).toBe(false)
    expect(await other.tab.reconcile(client, practice, other.intent)).toMatchObject({
      kind: 'found',
    })
  })

  test('finds nothing where nothing was created, and goes again under another key', async () => {
    const server = serve()
    const { tab, intent } = await unanswered('Never saved !drop-before')
    expect(await tab.reconcile(client, practice, intent)).toMatchObject({ kind: 'none' })
    expect(await tab.sendAgain(practice, intent)).toEqual({ kind: 'not-known' })
    expect(posts(server.calls)).toBe(2)
    const [entry] = await tab.outboxEntries()
    expect(entry).toMatchObject({ intent: { attempts: [{}, {}] } })
    const keys = entry?.kind === 'readable' ? entry.intent.attempts.map(({ key }) => key) : []
    expect(new Set(keys).size).toBe(2)
  })

  test('is not sent again by two presses at once', async () => {
    const server = serve()
    const { tab, intent } = await unanswered('Never saved !drop-before')
    const kinds = await Promise.all([1, 2].map(() => tab.sendAgain(practice, intent)))
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['elsewhere', 'not-known'])
    expect(posts(server.calls)).toBe(2)
  })
})

describe('a send that got no answer and was refused when it was sent again', () => {
  const client = new QueryClient()
  const notSent = JSON.stringify({ error: { additional_information: 'not-sent' } })

  test.each([
    [400, ''],
    [401, ''],
    [403, ''],
    [404, ''],
    [422, ''],
    [429, ''],
    [502, notSent],
  ])('(%i %s) may still have become a batch', async (status, body) => {
    const server = serve()
    const tab = await openWindow()
    await tab.createOnce(practice, wish({ name: 'Lost !drop-after' }), once)
    const [entry] = await tab.outboxEntries()
    if (entry?.kind !== 'readable') throw new Error('It was not written down.')
    server.answerInstead((call) =>
      call.startsWith('POST') ? new Response(body, { status }) : undefined,
    )
    expect(await tab.sendAgain(practice, entry.intent)).toEqual({ kind: 'not-known' })
    expect(await tab.outboxEntries()).toMatchObject([
      {
        intent: {
          state: 'not-known',
          attempts: [{ outcome: 'not-known' }, { outcome: 'not-created' }],
        },
      },
    ])

    server.answerInstead(undefined)
    expect(await tab.createOnce(practice, wish(), once)).toMatchObject({ kind: 'open' })
    expect(await tab.reconcile(client, practice, entry.intent)).toMatchObject({ kind: 'found' })
    expect(await server.list()).toHaveLength(1)
    expect(await tab.createOnce(practice, wish(), once)).toMatchObject({ kind: 'created-before' })
  })

  test('is open again where an earlier version had settled it', async () => {
    const server = serve()
    const tab = await openWindow()
    await tab.createOnce(practice, wish({ name: 'Lost !drop-after' }), once)
    server.answerInstead((call) =>
      call.startsWith('POST') ? new Response('', { status: 429 }) : undefined,
    )
    const [entry] = await tab.outboxEntries()
    if (entry?.kind !== 'readable') throw new Error('It was not written down.')
    await tab.sendAgain(practice, entry.intent)
    const database = await tab.openStorage()
    const stored: unknown = await database.get('outbox', entry.intent.id)
    await database.put('outbox', Object.assign({}, stored, { state: 'not-created' }))
    server.answerInstead(undefined)
    expect(await (await openWindow()).createOnce(practice, wish(), once)).toMatchObject({
      kind: 'open',
    })
  })
})

test('an answer that comes after the window was given up counts for its own request', async () => {
  // Without locks a window is given up by its age, as when its computer slept.
  Reflect.deleteProperty(navigator, 'locks')
  const server = serve()
  const [here, there] = [await openWindow(), await openWindow()]
  let answer: (response: Response) => void = () => {}
  server.answerInstead(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  const first = here.createOnce(practice, wish(), once)
  await vi.waitFor(() => expect(posts(server.calls)).toBe(1))
  const letAnswer = answer

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 91_000 })
  const [entry] = (await there.currentSends()).all
  if (entry?.kind !== 'readable') throw new Error('It was not given up.')
  const second = there.sendAgain(practice, entry.intent)
  await vi.waitFor(() => expect(posts(server.calls)).toBe(2))
  letAnswer(new Response('', { status: 429 }))
  await first
  expect(await there.outboxEntries()).toMatchObject([{ intent: { state: 'sending' } }])
  answer(new Response('', { status: 500 }))
  expect(await second).toEqual({ kind: 'not-known' })
  expect(await there.outboxEntries()).toMatchObject([
    {
      intent: {
        state: 'not-known',
        attempts: [{ outcome: 'not-created' }, { outcome: 'not-known' }],
      },
    },
  ])
})

describe('a window that is closed while it sends', () => {
  const begun = async (state: 'prepared' | 'sending') => {
    const tab = await openWindow()
    const prepared = await tab.prepareIntent(wish())
    if (prepared.kind !== 'prepared') throw new Error('It was not prepared.')
    if (state === 'sending') await tab.beginAttempt(prepared.intent.id)
    return prepared.intent
  }

  test('leaves an uncertain send behind', async () => {
    await begun('sending')
    const { all, underWay } = await (await openWindow()).currentSends()
    expect(all).toMatchObject([{ intent: { state: 'not-known' } }])
    expect(underWay).toBe(false)
  })

  test('leaves nothing uncertain when nothing had left yet', async () => {
    serve()
    await begun('prepared')
    const tab = await openWindow()
    expect((await tab.currentSends()).all).toMatchObject([{ intent: { state: 'not-created' } }])
    expect(await tab.createOnce(practice, wish(), once)).toMatchObject({ kind: 'created' })
  })

  test('is told from one that still sends', async () => {
    const { draft } = await begun('sending')
    const tab = await openWindow()
    await navigator.locks.request(`batch-composer.send.${draft}`, {}, async () => {
      const { all, underWay } = await tab.currentSends()
      expect(all).toMatchObject([{ intent: { state: 'sending' } }])
      expect(underWay).toBe(true)
    })
  })

  test('is told by its age where there are no locks', async () => {
    Reflect.deleteProperty(navigator, 'locks')
    await begun('sending')
    const tab = await openWindow()
    expect((await tab.currentSends()).underWay).toBe(true)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 91_000 })
    expect((await tab.currentSends()).all).toMatchObject([{ intent: { state: 'not-known' } }])
  })

  test('does not undo what it still managed to write down', async () => {
    const intent = await begun('sending')
    const tab = await openWindow()
    await tab.settleIntent(intent.id, 'created', { batchId: 'batch-1' })
    expect(await tab.takeOverIfAbandoned(intent)).toBeNull()
    expect((await tab.currentSends()).all).toMatchObject([{ intent: { state: 'created' } }])
  })
})
