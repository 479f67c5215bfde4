// @vitest-environment node
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { BatchList } from '#contract/answers.ts'
import { portOf } from '#server/http/http-server.ts'
import { buildServer, newDataFolder, runNode, startServer } from '#server/testing/built-server.ts'

let built: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  built = await buildServer()
}, 120_000)
afterAll(async () => built.remove())

const authorization = 'Token of-a-program'

async function create(api: string, name: string) {
  return fetch(`${api}/v1/data-collection/batches`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ ...documentedExample, name }),
  })
}

async function names(api: string) {
  const query = `workspace_id=${documentedExample.workspace_id}`
  const response = await fetch(`${api}/v1/data-collection/batches?${query}`, {
    headers: { authorization },
  })
  return BatchList.parse(await response.json()).results.map((batch) => batch.name)
}

test('a second start on the same data folder prints the address of the first and ends with 0', async () => {
  const DATA_DIR = await newDataFolder()
  const first = await startServer(built.main, { DATA_DIR })
  for (const script of [built.main, 'src/server/start.mjs']) {
    const second = await runNode(script, { DATA_DIR }).closed
    expect(second.said).toEqual([`Batch Composer is already running: ${first.address}`])
    expect(second.code).toBe(0)
  }
  expect((await create(first.api, 'Still here')).status).toBe(201)
}, 60_000)

test('a start after kill -9 is not held up by what the killed server left behind', async () => {
  const DATA_DIR = await newDataFolder()
  const first = await startServer(built.main, { DATA_DIR })
  first.child.kill('SIGKILL')
  await first.closed
  const second = await startServer(built.main, { DATA_DIR })
  expect((await create(second.api, 'Afterwards')).status).toBe(201)
}, 60_000)

test('a port in use is named together with the remedy', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((listening) => other.once('listening', listening))
  const PORT = String(portOf(other))
  const { code, said } = await runNode(built.main, { PORT, DATA_DIR: await newDataFolder() }).closed
  expect(code).toBe(1)
  expect(said.join('\n')).toBe(
    `Port ${PORT} is in use. Choose another with PORT, for example PORT=${Number(PORT) + 1} npm start.`,
  )
}, 60_000)

test.each([
  ['HOST', '0.0.0.0'],
  ['PORT', 'http'],
  ['PROLIFIC_URL', 'http://api.example'],
  ['PROLIFIC_TOKEN', 'a token with spaces'],
])(
  'a wrong %s ends the start with one sentence that names it and not its value',
  async (name, value) => {
    const DATA_DIR = await newDataFolder()
    const { code, said } = await runNode(built.main, { DATA_DIR, [name]: value }).closed
    expect(code).toBe(1)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`))
    expect(said[0]).not.toContain(value)
  },
  60_000,
)

test('a server on the network prints its secret once, as a link, and asks everybody for it', async () => {
  const DATA_DIR = await newDataFolder()
  const ACCESS_SECRET = 'canary-of-access-7f3d'
  const settings = { DATA_DIR, ACCESS_SECRET, HOST: '0.0.0.0', LOG: 'requests' }
  const { child, closed, address } = await startServer(built.main, settings)
  expect((await fetch(`${address}/config.json`)).status).toBe(401)
  const link = `${address}/?access=${ACCESS_SECRET}`
  const { status, headers } = await fetch(link, { redirect: 'manual' })
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(status).toBe(200)
  expect((await fetch(`${address}/config.json`, { headers: { cookie } })).status).toBe(200)
  await fetch(`${address}/practice/api/v1/${ACCESS_SECRET}?access=${ACCESS_SECRET}`, {
    headers: { cookie, authorization },
  })

  const second = await runNode('src/server/start.mjs', settings).closed
  expect(second.said).toEqual([`Batch Composer is already running: ${address}`])
  child.kill('SIGTERM')
  const { said } = await closed
  expect(said.filter((line) => line.includes(ACCESS_SECRET))).toHaveLength(1)
  expect(said[1]).toContain(link)
}, 60_000)

test('SIGTERM lets a request in flight finish, keeps the batch and ends with 0', async () => {
  const DATA_DIR = await newDataFolder()
  const { child, closed, api } = await startServer(built.main, { DATA_DIR })
  // The body is half sent when the signal comes: the server has the request and owes an answer.
  const body = JSON.stringify({ ...documentedExample, name: 'In flight' })
  let sendRest = () => {}
  const halves = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body.slice(0, 50)))
      sendRest = () => {
        controller.enqueue(new TextEncoder().encode(body.slice(50)))
        controller.close()
      }
    },
  })
  const answer = fetch(`${api}/v1/data-collection/batches`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: halves,
    duplex: 'half',
  } as RequestInit)
  // A second request on its own connection is answered, so the first has long been read as well.
  await create(api, 'Before')
  child.kill('SIGTERM')
  await refusesConnections(api)
  sendRest()
  expect((await answer).status).toBe(201)
  expect(await closed).toMatchObject({ code: 0, signal: null })

  const again = await startServer(built.main, { DATA_DIR })
  expect(await names(again.api)).toEqual(['In flight', 'Before'])
}, 60_000)

async function refusesConnections(api: string): Promise<void> {
  const reached = await fetch(api, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  )
  return reached ? refusesConnections(api) : undefined
}
