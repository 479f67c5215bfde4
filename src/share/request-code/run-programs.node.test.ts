// @vitest-environment node
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { createApp } from '#server/app.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { serveApp } from '#server/testing/http-fixture.ts'
import { languages } from './languages.ts'
import { programs } from './programs.ts'
import {
  anyRequest,
  awkwardRequest,
  longRequest,
  questionsRequest,
  withoutNull,
} from '#share/request-code/testing/requests.ts'
import { pythonWithRequests, toolchains } from '#share/request-code/testing/toolchains.ts'

/** With CHECK_LANGUAGES every language of the table has to be there, and more is run. */
const all = Boolean(process.env['CHECK_LANGUAGES'])
const TOKEN = 'token-for-the-test'

async function openPractice() {
  const practice = createPracticeBackend()
  const hosts = new Set<string>()
  const app = createApp({
    knowsHost: (host) => hosts.has(host),
    practice,
    prolific: createRelay({ url: 'http://127.0.0.1:9', token: undefined }),
    journal: openJournal({ path: ':memory:' }),
  })
  const arrived: { body: unknown; token: string | null }[] = []
  const address = await serveApp({
    fetch: async (request, ...rest) => {
      const body: unknown = await request.clone().json()
      arrived.push({ body, token: request.headers.get('authorization') })
      return app.fetch(request, ...rest)
    },
  })
  hosts.add(new URL(address).host)
  return { arrived, practice, url: `${address}/practice/api${addressOf('createBatch')}` }
}

/** Texts that nobody would think of, 400 in one request. */
const anythingFrom = (seed: number) =>
  fc.sample(anyRequest({ least: 400, most: 400 }), { seed, numRuns: 1 })[0] ?? awkwardRequest

const everything = {
  ...awkwardRequest,
  batch_items: [awkwardRequest, questionsRequest, anythingFrom(0)].flatMap(
    ({ batch_items }) => batch_items ?? [],
  ),
}

const requests: [what: string, request: CreateBatchRequest][] = [
  ['every awkward text', everything],
  ['a hundred thousand characters', longRequest],
  ...(all ? [1, 2, 3, 4, 5] : []).map((seed): [string, CreateBatchRequest] => [
    `400 texts made from seed ${seed}`,
    // A name may ask practice for a failure.
    { ...anythingFrom(seed), name: 'Any' },
  ]),
]

const tools = languages.flatMap(({ id, name }) => {
  const toolchain = toolchains[id]
  return toolchain ? [{ id, name, toolchain, version: toolchain.version() }] : []
})

describe.each(tools.filter(({ version }) => version !== null))('$name', ({ id, toolchain }) => {
  const program = programs[id]

  const runAgainst = async (url: string, request: CreateBatchRequest) => {
    const folder = await newDataFolder()
    const written = program.write({ request, body: encodeBody(request), url })
    await writeFile(join(folder, program.file), written)
    return toolchain.run(folder, program.file, { PROLIFIC_TOKEN: TOKEN })
  }

  test.each(requests)('sends %s as they are and prints the id', async (_, given) => {
    const request = id === 'prolific-cli' ? withoutNull(given) : given
    const { arrived, practice, url } = await openPractice()
    const printed = await runAgainst(url, request)
    const tool =
      id === 'prolific-cli' ? { auto_sync_enabled: request.auto_sync_enabled ?? false } : {}
    const body = { ...objectOf(encodeBody(request)), ...tool }
    expect(arrived).toEqual([{ body, token: `Token ${TOKEN}` }])
    const [batch] = practice.store.batchesOf(request.workspace_id)
    expect(printed).toContain(batch?.id)
  })

  test('fails when no batch was created', async () => {
    const { arrived, url } = await openPractice()
    const refused = { ...documentedExample, workspace_id: 'nobody' }
    await expect(runAgainst(url, refused)).rejects.toThrow(/Command failed/)
    expect(arrived).toHaveLength(1)
  })
})

test.each(all ? tools : [])('$name is here: $version ($toolchain.packages)', ({ version }) => {
  expect(version).not.toBeNull()
})

test.each(all ? ['requests'] : [])('Python has %s', () => {
  expect(pythonWithRequests()).toBeDefined()
})

function objectOf(json: string): object {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) throw new Error('No object')
  return value
}
