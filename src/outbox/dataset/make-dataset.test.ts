// @vitest-environment node
import { Hono } from 'hono'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Recipe } from '#dataset/recipe.ts'
import type { Making } from '#dataset/store/draft-data.ts'
import { PracticeDatasetList, type Backend } from '#contract/app-config.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { practiceWorkspace } from '#server/practice/seeds.ts'
import { fromOurPage, openApp } from '#server/testing/app-fixture.ts'
import { serveApp } from '#server/testing/http-fixture.ts'
import { runsOr } from '#test/runs.ts'
import { carryOnMaking, StepFailed, stepOf } from './make-dataset.ts'

const recipe: Recipe = {
  sheet: null,
  encoding: 'utf-8',
  separator: ',',
  headingRows: 1,
  steps: [],
  columns: [{ heading: 'text', key: 'text', label: 'Text', use: 'text' }],
  strict: false,
}
const schema = { strict: false, fields: { text: { type: 'text', label: 'Text' } } }
const lines = () => Promise.resolve(new Blob(['{"text":"a"}\n{"text":"b"}\n']))
const csv = () => Promise.resolve(new Blob(['Text\r\na\r\nb\r\n']))

const fresh = (name: string): Making => ({
  id: 'm',
  environment: 'practice',
  workspaceId: practiceWorkspace.id,
  name,
  body: JSON.stringify({ name, workspace_id: practiceWorkspace.id, schema }),
  recipe,
  uploadSha: '',
  rows: 2,
  startedAt: 0,
  create: null,
  address: null,
  upload: null,
  end: null,
})

const backendAt = (place: Backend['place']): Backend => ({
  place,
  name: place,
  base_path: `/${place}/api`,
  connected: true,
  datasets: [],
})

/** The server, with Practice behind its relay as if that were Prolific; and what has come of it there. */
async function openServer(place: Backend['place']) {
  const options = { slowMs: 1, processingMs: 5 }
  if (place === 'practice') {
    const { request } = openApp(options)
    return {
      request,
      ask: () => request('/practice/api/practice/datasets', { headers: fromOurPage }),
    }
  }
  const provider = createPracticeBackend(options)
  onTestFinished(() => provider.close())
  const url = await serveApp(
    new Hono({ strict: false })
      .route('/api', provider.api)
      .route('/practice/uploads', provider.uploads),
  )
  const { request } = openApp({ prolificUrl: url, token: 'of-the-server' })
  const headers = { authorization: 'Token x', 'x-app-request': '1' }
  return { request, ask: () => provider.request('/practice/api/practice/datasets', { headers }) }
}

type Cut = { pattern: RegExp; moment: 'before' | 'after' }

/** A page, and the whole server behind it, whose connection breaks where a test says. */
async function begin(
  name: string,
  changes: Partial<Making> = {},
  place: Backend['place'] = 'practice',
) {
  const { request, ask } = await openServer(place)
  const backend = backendAt(place)
  const calls: string[] = []
  let cut: Cut | null = null
  let refuse: RegExp | null = null
  let written: Making = { ...fresh(name), ...changes }

  vi.stubGlobal('location', { origin: fromOurPage.origin })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const call = `${init.method ?? 'GET'} ${path}`
    calls.push(call)
    if (refuse?.test(call)) {
      refuse = null
      return Response.json({ error: { status: 400, title: 'No', detail: 'No.' } }, { status: 400 })
    }
    const broken = cut?.pattern.test(call) ? cut : null
    if (broken) cut = null
    if (broken?.moment === 'before') throw new TypeError('Failed to fetch')
    // What a browser adds, and a page cannot say.
    const headers = new Headers(init.headers)
    for (const each of ['origin', 'sec-fetch-site', 'sec-fetch-mode'] as const) {
      headers.set(each, fromOurPage[each])
    }
    if (init.body instanceof Blob) headers.set('content-length', String(init.body.size))
    const { redirect: _redirect, ...rest } = init
    const answer = await request(path, { ...rest, headers })
    if (broken) throw new TypeError('Failed to fetch')
    return answer
  })

  const list = async () => PracticeDatasetList.parse(await (await ask()).json()).results
  return {
    cutOff: (next: Cut) => {
      cut = next
    },
    refuseOnce: (pattern: RegExp) => {
      refuse = pattern
    },
    /** Carries on from what was written down last, as after a reload. */
    carryOn: () =>
      carryOnMaking(written, {
        backend,
        note: (making) => {
          written = making
          return Promise.resolve()
        },
        rows: written.older ? csv : lines,
        pause: () => new Promise((resolve) => setTimeout(resolve, 5)),
      }),
    count: (pattern: RegExp) => calls.filter((call) => pattern.test(call)).length,
    calls,
    written: () => written,
    named: async (wanted: string) => (await list()).filter((one) => one.name === wanted),
  }
}

/** How often each fault is provoked: `RUNS=200` for the long proof. */
const RUNS = runsOr(5)

const CREATE = /^POST .*\/datasets$/
const ADDRESS = /^GET .*\/upload-url\//
const PUT = /^PUT /

let given: Awaited<ReturnType<typeof begin>>
beforeEach(async () => {
  given = await begin('Two texts')
})

test('a dataset is created, its rows are uploaded, and it waits until they are read', async () => {
  const made = await given.carryOn()
  expect(made.end).toMatchObject({ status: 'complete', accepted: 2, rejected: 0 })
  expect([CREATE, ADDRESS, PUT].map(given.count)).toEqual([1, 1, 1])
  expect(stepOf(made)).toBe('done')
})

describe.each(['practice', 'prolific'] as const)('when the connection to %s breaks', (place) => {
  const steps = { create: CREATE, address: ADDRESS, upload: PUT }
  for (const [step, pattern] of Object.entries(steps)) {
    for (const moment of ['before', 'after'] as const) {
      test(
        `${moment} the server carries out the ${step}, one dataset with its rows comes of it`,
        { timeout: 30_000 + RUNS * 1_000 },
        async () => {
          for (let run = 0; run < RUNS; run += 1) {
            given = await begin(`Two texts, ${run}`, {}, place)
            given.cutOff({ pattern, moment })
            await expect(given.carryOn()).rejects.toMatchObject({ certainty: 'unknown' })
            const asked = given.calls.length
            const made = await given.carryOn()
            expect(given.calls.length).toBeGreaterThan(asked)
            expect(made.end).toMatchObject({ status: 'complete', accepted: 2 })
            expect(await given.named(`Two texts, ${run}`)).toMatchObject([
              { total_datapoint_count: 2 },
            ])
          }
        },
      )
    }
  }
})

describe('a dataset of the older kind', () => {
  const older = async (name: string) => {
    const body = JSON.stringify({ name, workspace_id: practiceWorkspace.id })
    return begin(name, { body, older: true })
  }

  test('is made without a schema, from CSV, and followed by its own state', async () => {
    given = await older('Older texts !typed-off')
    const made = await given.carryOn()
    expect(made.end).toMatchObject({ status: 'complete', accepted: 2, rejected: 0 })
    expect(given.calls.filter((call) => ADDRESS.test(call))).toEqual([
      expect.stringMatching(/upload-url\/Older-texts-typed-off\.csv$/),
    ])
    expect(given.count(/\/status$/)).toBeGreaterThan(0)
  })

  test('whose file may have got lost is asked for before it is sent again', async () => {
    given = await older('Older texts, twice')
    given.cutOff({ pattern: PUT, moment: 'after' })
    await expect(given.carryOn()).rejects.toMatchObject({ step: 'upload', certainty: 'unknown' })
    expect((await given.carryOn()).end).toMatchObject({ status: 'complete', accepted: 2 })
    expect(given.count(PUT)).toBe(1)
  })
})

test('a refusal is certain, and the next try is a new request', async () => {
  given.refuseOnce(CREATE)
  const failed = await given.carryOn().catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(StepFailed)
  expect(failed).toMatchObject({ step: 'create', certainty: 'no' })
  expect(given.written().create).toBeNull()
  expect((await given.carryOn()).end?.status).toBe('complete')
})
