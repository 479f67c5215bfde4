// @vitest-environment node
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { report } from '#test/figures.ts'
import { runsOr } from '#test/runs.ts'
import { closeDatabase } from '#server/database/database.ts'
import { pragma } from '#server/database/inspect-database.ts'
import { openStore } from '#server/practice/store.ts'
import { buildServer, newDataFolder, startServer } from '#server/testing/built-server.ts'
import { startFakeProvider } from '#server/testing/fake-provider.ts'

let built: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  built = await buildServer()
}, 120_000)
afterAll(async () => built.remove())

const RUNS = runsOr(10)
const LONG = 60_000 + RUNS * 5000

type Server = Awaited<ReturnType<typeof startServer>>

const fromPage = (key: string) => ({
  'content-type': 'application/json',
  'x-app-request': '1',
  'sec-fetch-site': 'same-origin',
  'idempotency-key': key,
})

/** What came of a create as the page sees it; nothing when the connection broke. */
async function create({ address }: Server, place: string, name: string, key: string) {
  const init = {
    method: 'POST',
    headers: fromPage(key),
    body: JSON.stringify({ ...documentedExample, name }),
  }
  return fetch(`${address}/${place}/api${addressOf('createBatch')}`, init).then(
    async (answer) => ({ status: answer.status, text: await answer.text() }),
    () => undefined,
  )
}

const Listed = z.object({ results: z.array(z.object({ name: z.string() })) })

async function listed({ address }: Server, place: string) {
  const path = addressOf('listBatches', { workspace_id: documentedExample.workspace_id })
  const { 'idempotency-key': _key, ...headers } = fromPage('')
  const answer = await fetch(`${address}/${place}/api${path}`, { headers })
  return Listed.parse(await answer.json()).results.map(({ name }) => name)
}

function integrityOf(path: string) {
  const db = new DatabaseSync(path)
  const found = pragma(db, 'integrity_check')
  closeDatabase(db)
  return found
}

/** Turns of the event loop: a while that is long or short by its number and not by a clock. */
async function turns(count: number) {
  for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next))
}

/** Where a request is when its server is killed. */
const moments = ['leaving', 'asked', 'created', 'answering'] as const

test(
  `killed in the middle of a create at Prolific ${RUNS} times, the server loses and doubles nothing`,
  { timeout: LONG },
  async (context) => {
    const provider = await startFakeProvider()
    const environment = {
      DATA_DIR: await newDataFolder(),
      PROLIFIC_URL: provider.url,
      PROLIFIC_TOKEN: 'of-the-server',
      WRITES_PER_MINUTE: '0',
    }
    const sentBy = (key: string) => provider.created.filter((batch) => batch.key === key).length
    let server = await startServer(built.main, environment)

    async function createAndKill(name: string, key: string, run: number) {
      const kill = () => void server.child.kill('SIGKILL')
      const moment = moments[run % moments.length]
      provider.pauseWith(async (stage) => {
        if (stage === moment) kill()
        if (stage === 'created' && moment === 'answering') setImmediate(kill)
        if (stage === moment) await turns(run % 13)
      })
      const first = create(server, 'prolific', name, key)
      if (moment === 'leaving') {
        await turns(run % 97)
        kill()
      }
      await first
      await server.closed
      await provider.quiet()
      provider.pauseWith()
      server = await startServer(built.main, environment)
    }

    /** What the page does when the same key says that nobody knows: it looks, then asks, then sends. */
    async function reconcile(name: string, run: number) {
      if ((await listed(server, 'prolific')).includes(name)) return 'found in the list'
      const again = await create(server, 'prolific', name, `second-attempt-${run}`)
      return again?.status === 201 ? 'sent again' : 'failed'
    }

    const outcomes: string[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const name = `Intent ${run}`
      const key = `first-attempt-${run}`
      await createAndKill(name, key, run)
      const before = sentBy(key)
      // A browser that repeats itself, twice at once.
      const answers = await Promise.all([
        create(server, 'prolific', name, key),
        create(server, 'prolific', name, key),
      ])
      expect(answers[0]).toEqual(answers[1])
      expect(sentBy(key)).toBeLessThanOrEqual(1)
      if (answers[0]?.status === 201) {
        outcomes.push(before > 0 ? 'answered from the record' : 'carried out by the repetition')
      } else {
        const unknown = answers[0]?.text.includes('"additional_information":"outcome-unknown"')
        outcomes.push(unknown && sentBy(key) === before ? await reconcile(name, run) : 'failed')
      }
    }
    expect(outcomes).not.toContain('failed')
    expect(outcomes).toContain('found in the list')
    const intents = Array.from({ length: RUNS }, (_, run) => `Intent ${run}`)
    expect(provider.created.map(({ name }) => name).toSorted()).toEqual(intents.toSorted())
    report(context, {
      intents: RUNS,
      batches: provider.created.length,
      ...Object.fromEntries(
        [...new Set(outcomes)].map((what) => [what, outcomes.filter((one) => one === what).length]),
      ),
    })
  },
)

test(
  `killed in the middle of twelve creates ${RUNS} times, practice keeps what it has answered`,
  { timeout: LONG },
  async (context) => {
    const DATA_DIR = await newDataFolder()
    const path = `${DATA_DIR}/practice.db`
    const answered: string[] = []
    const starts: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now()
      const server = await startServer(built.main, { DATA_DIR })
      starts.push(performance.now() - started)
      // Killed at an answer that differs from run to run.
      const creating = Array.from({ length: 12 }, async (_, index) => {
        const name = `Run ${run}, batch ${index}`
        const answer = await create(server, 'practice', name, `${run}-${index}`)
        if (answer?.status === 201) answered.push(name)
        if (index === (run * 5) % 12) server.child.kill('SIGKILL')
      })
      await Promise.all(creating)
      expect((await server.closed).signal).toBe('SIGKILL')

      expect(integrityOf(path)).toBe('ok')
      expect(integrityOf(`${DATA_DIR}/gateway.db`)).toBe('ok')
      const store = openStore({ path })
      const stored = store.batchesOf(documentedExample.workspace_id)
      const kept = new Set(stored.map(({ request }) => request.name))
      expect(store.synchronous()).toBe(2)
      expect(answered.filter((name) => !kept.has(name))).toEqual([])
      expect(kept.size).toBe(stored.length)
      store.close()
    }
    expect(answered.length).toBeGreaterThanOrEqual(RUNS)
    starts.sort((a, b) => a - b)
    report(context, {
      kills: RUNS,
      acknowledged: answered.length,
      lost: 0,
      'integrity_check ok': `${RUNS}/${RUNS}`,
      'start, median (ms)': Math.round(starts[Math.floor(RUNS / 2)] ?? 0),
      'slowest start (ms)': Math.round(starts.at(-1) ?? 0),
    })
  },
)
