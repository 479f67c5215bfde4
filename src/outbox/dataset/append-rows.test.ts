import { expect, test, vi } from 'vitest'
import { createDataset } from '#api/datasets/make-datasets.ts'
import { callOf, send } from '#api/http.ts'
import { RowList } from '#contract/dataset.ts'
import { cutForAppend } from '#dataset/records/cut-for-append.ts'
import { countsOf, type Appending } from '#dataset/store/appending.ts'
import { documentedExample } from '#contract/examples.ts'
import { practice, serve } from '#test/serve.ts'
import { carryOnAppending, forgetKeys } from './append-rows.ts'

const recipe = {
  sheet: null,
  encoding: null,
  separator: null,
  headingRows: 1,
  steps: [],
  columns: [],
  strict: false,
}
const schema = { strict: false, fields: { text: { type: 'text' }, id: { type: 'metadata' } } }
const body = JSON.stringify({ name: 'texts', workspace_id: documentedExample.workspace_id, schema })

const lineOf = (at: number) => `${JSON.stringify({ text: `Text ${at}`, id: String(at) })}\n`

/** Rows that are cut into calls of `size`, and a browser that loses what a test says. */
async function begin(lines: string[], size = 2) {
  const { answerInstead } = serve()
  const { id: datasetId } = await createDataset(practice, body, 'made')
  const served = globalThis.fetch
  const keys: string[] = []
  const kept: Appending[] = []
  let lose: (call: number) => 'before' | 'after' | undefined = () => undefined
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.endsWith('/datapoints')) return served(path, init)
    const headers = new Headers(init.headers)
    keys.push(headers.get('Idempotency-Key') ?? '')
    expect(headers.get('Content-Type')).toBe('application/x-ndjson')
    // What a browser that is closed now would find.
    expect(kept.at(-1)?.pieces.map(({ key }) => key)).toContain(keys.at(-1))
    const when = lose(keys.length)
    if (when === 'before') throw new TypeError('Failed to fetch')
    const answer = await served(path, init)
    if (when === 'after') throw new TypeError('Failed to fetch')
    return answer
  })
  const { pieces } = cutForAppend(lines, { rows: size, bytes: 900_000 })
  const appending: Appending = {
    id: 'a',
    datasetId,
    file: { name: 'more.csv', size: 1, sha: 's' },
    recipe,
    recordsSha: 'r',
    rows: lines.length,
    startedAt: 0,
    pieces: pieces.map((piece) => ({ ...piece, key: null, end: null })),
    errors: [],
  }
  const waited: boolean[] = []
  const around = {
    backend: practice,
    note: async (now: Appending) => void kept.push(structuredClone(now)),
    records: new Blob(lines),
    numbersOf: async (places: number[]) => places.map((place) => place + 2),
    pause: async () => undefined,
    onBusy: (isBusy: boolean) => void waited.push(isBusy),
  }
  return {
    appending,
    around,
    kept,
    keys,
    waited,
    answerInstead,
    losing: (next: typeof lose) => {
      lose = next
    },
    rows: async () => {
      const range = { offset: '0', limit: '50' }
      const call = callOf(practice, 'readPracticeRows', { id: datasetId, ...range })
      const { results } = await send(RowList, call)
      return results.map((row) => row['id'])
    },
  }
}

const five = [0, 1, 2, 3, 4].map(lineOf)
const inOrder = ['0', '1', '2', '3', '4']

test('rows are added in their order, each call under its own key', async () => {
  const { appending, around, keys, rows } = await begin(five)
  const ended = await carryOnAppending(appending, around)
  expect(countsOf(ended)).toEqual({ accepted: 5, rejected: 0, open: 0 })
  expect(await rows()).toEqual(inOrder)
  expect(new Set(keys).size).toBe(3)
})

test.each(['before', 'after'] as const)(
  'a call that is cut off %s it arrives is asked for again with its key, and nothing is twice',
  async (when) => {
    const { appending, around, kept, keys, losing, rows } = await begin(five)
    losing((call) => (call === 2 ? when : undefined))
    await expect(carryOnAppending(appending, around)).rejects.toMatchObject({
      step: 'append',
      certainty: 'unknown',
    })
    const left = kept.at(-1) ?? appending
    expect(countsOf(left)).toEqual({ accepted: 2, rejected: 0, open: 2 })

    const ended = await carryOnAppending(left, around)
    expect(countsOf(ended)).toEqual({ accepted: 5, rejected: 0, open: 0 })
    expect(keys[2]).toBe(keys[1])
    expect(new Set(keys).size).toBe(3)
    expect(await rows()).toEqual(inOrder)
  },
)

test('records that are sent again under another key are in once', async () => {
  const { appending, around, kept, keys, losing, rows } = await begin(five)
  losing((call) => (call === 1 ? 'after' : undefined))
  await expect(carryOnAppending(appending, around)).rejects.toThrow('did not end')
  await carryOnAppending(forgetKeys(kept.at(-1) ?? appending), around)
  expect(keys[1]).not.toBe(keys[0])
  expect(await rows()).toEqual(inOrder)
})

test('a dataset that is busy is waited for, and asked with a new key', async () => {
  const { appending, around, answerInstead, keys, waited, rows } = await begin(five)
  let left = 2
  answerInstead((call) => {
    if (!call.endsWith('/datapoints') || left === 0) return undefined
    left -= 1
    return Response.json({ error: { status: 409, detail: 'An import runs.' } }, { status: 409 })
  })
  await carryOnAppending(appending, around)
  expect(waited).toEqual([true, true, false])
  expect(new Set(keys).size).toBe(5)
  expect(await rows()).toEqual(inOrder)
})

test('rejected rows have their number in the file, and the others are in', async () => {
  const lines = [lineOf(0), lineOf(1), lineOf(2), '{"text":["a"],"id":"3"}\n', lineOf(4)]
  const { appending, around, rows } = await begin(lines)
  const ended = await carryOnAppending(appending, around)
  expect(countsOf(ended)).toEqual({ accepted: 4, rejected: 1, open: 0 })
  expect(ended.errors).toEqual([{ row: 5, field: 'text', reason: 'must be a single value' }])
  expect(await rows()).toEqual(['0', '1', '2', '4'])
})

test('a refusal is certain, and leaves no key behind', async () => {
  const { appending, around, answerInstead, kept } = await begin(five)
  answerInstead((call) =>
    call.endsWith('/datapoints') ? new Response('{}', { status: 400 }) : undefined,
  )
  await expect(carryOnAppending(appending, around)).rejects.toMatchObject({ certainty: 'no' })
  expect(kept.at(-1)?.pieces[0]?.key).toBeNull()
})

test('lines are cut by number and by bytes, and one that is too long is named', () => {
  const limits = { rows: 2, bytes: 10 }
  expect(cutForAppend(['a\n', 'b\n', 'c\n', 'dddddd\n', 'é234567\n'], limits)).toEqual({
    pieces: [
      { rows: 2, bytes: 4 },
      { rows: 2, bytes: 9 },
      { rows: 1, bytes: 9 },
    ],
    tooLong: null,
  })
  expect(cutForAppend(['a\n', 'b'.repeat(11)], limits).tooLong).toBe(1)
})
