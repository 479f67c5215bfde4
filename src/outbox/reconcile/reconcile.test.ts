import 'fake-indexeddb/auto'
import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { batchDetails, batchesOf } from '#api/batches.ts'
import { meetAgain, saysNotConnected } from '#api/connection.ts'
import { createQueryClient } from '#api/query-client.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { openStorage } from '#storage/database.ts'
import { beginAttempt, outboxEntries, prepareIntent, settleIntent } from '#outbox/store/outbox.ts'
import { practice, serve } from '#test/serve.ts'
import { reconcile } from './reconcile.ts'

vi.mock('#outbox/store/outbox.ts', { spy: true })

const { workspace_id } = documentedExample
const list = batchesOf(practice, workspace_id)

/** Something that was sent as `name` and got no answer. */
async function unanswered(name: string) {
  const wish = { draft: name, place: practice.place, workspace_id, name }
  const body = JSON.stringify({ ...documentedExample, name })
  const prepared = await prepareIntent({ ...wish, body })
  if (prepared.kind !== 'prepared') throw new Error('It was not prepared.')
  await beginAttempt(prepared.intent.id)
  await settleIntent(prepared.intent.id, 'not-known', { reason: 'The connection broke.' })
  return prepared.intent
}

const until = (asked: () => boolean) => vi.waitFor(() => expect(asked()).toBe(true))

/** An answer that is not given before it is let go on; then the backend gives it. */
function pause() {
  let goOn = () => {}
  const over = new Promise<undefined>((resolve) => {
    goOn = () => resolve(undefined)
  })
  return { over, goOn }
}

/** A server that keeps the answers to the requests whose address ends so until it is let go on. */
function serveSlowly(end: string) {
  const server = serve()
  const { over, goOn } = pause()
  server.answerInstead((call) => (call.endsWith(end) ? over : undefined))
  const asked = () => server.calls.some((call) => call.endsWith(end))
  return { ...server, asked, goOn }
}

let client: QueryClient
beforeEach(async () => {
  client = createQueryClient()
  await (await openStorage()).clear('outbox')
})

test('two looks at once in one workspace both end', async () => {
  const { create, calls, asked, goOn } = serveSlowly(addressOf('listBatches', { workspace_id }))
  const [gone, there] = [await unanswered('Gone'), await unanswered('There')]
  await create({ name: 'There' })
  const first = reconcile(client, practice, gone)
  await until(asked)
  const second = reconcile(client, practice, there)
  await until(() => calls.length === 2)
  goOn()
  const kinds = (await Promise.all([first, second])).map(({ kind }) => kind)
  expect(kinds).toEqual(['none', 'found'])
})

describe('a look during which the list on the screen', () => {
  const cancelled = () => client.cancelQueries({ queryKey: list.queryKey })
  const begin = async () => {
    const server = serveSlowly(addressOf('listBatches', { workspace_id }))
    const intent = await unanswered('Pilot')
    await server.create({ name: 'Pilot' })
    const look = () => reconcile(client, practice, intent)
    return { ...server, look }
  }

  test('is cancelled ends all the same', async () => {
    const { look, asked, goOn } = await begin()
    const looked = look()
    await until(asked)
    await cancelled()
    goOn()
    expect(await looked).toMatchObject({ kind: 'found' })
  })

  test('is cancelled does not go by a list from before', async () => {
    const { look, asked, goOn } = await begin()
    client.setQueryData(list.queryKey, [])
    const looked = look()
    await until(asked)
    await cancelled()
    goOn()
    expect(await looked).toMatchObject({ kind: 'found' })
  })

  test('is left does not go by a list from before', async () => {
    const { look, asked, goOn } = await begin()
    client.setQueryData(list.queryKey, [])
    const leave = new QueryObserver(client, list).subscribe(() => {})
    const looked = look()
    await until(asked)
    leave()
    goOn()
    expect(await looked).toMatchObject({ kind: 'found' })
  })

  test('shows something newer does not set it back', async () => {
    const { look, asked, goOn } = await begin()
    const looked = look()
    await until(asked)
    client.setQueryData(list.queryKey, [], { updatedAt: Date.now() + 1000 })
    goOn()
    expect(await looked).toMatchObject({ kind: 'found' })
    expect(client.getQueryData(list.queryKey)).toEqual([])
  })
})

test('a look lets the screen profit from its list', async () => {
  const server = serve()
  await server.create({ name: 'Another' })
  await reconcile(client, practice, await unanswered('Gone'))
  expect(client.getQueryData(list.queryKey)).toMatchObject([{ name: 'Another' }])
})

test('a look asks for texts anew, whatever becomes of the page of the batch', async () => {
  const server = serve()
  const intent = await unanswered('Pilot')
  const batch = await server.create({ name: 'Pilot' })
  const bare = { ...batch, task_details: null }
  const details = batchDetails(practice, batch.id)
  client.setQueryData(details.queryKey, bare)
  const { over, goOn } = pause()
  server.answerInstead((call) => {
    if (call.includes('workspace_id')) return Response.json({ results: [bare] })
    return call.startsWith('GET') ? over : undefined
  })
  const looked = reconcile(client, practice, intent)
  await until(() =>
    server.calls.some((call) => call.endsWith(addressOf('readBatch', { id: batch.id }))),
  )
  await client.cancelQueries({ queryKey: details.queryKey })
  goOn()
  expect(await looked).toMatchObject({ kind: 'found', batch: { id: batch.id } })
})

test('a look during which the token changes says nothing, and leaves nothing behind', async () => {
  const { asked, goOn, create } = serveSlowly(addressOf('listBatches', { workspace_id }))
  const intent = await unanswered('Pilot')
  await create({ name: 'Pilot' })
  const looked = reconcile(client, practice, intent)
  await until(asked)
  await meetAgain(client, practice.place)
  goOn()
  expect(await looked).toMatchObject({ kind: 'failed', failure: null })
  // An answer that comes too late has its time.
  await new Promise((resolve) => setTimeout(resolve))
  expect(client.getQueryData(list.queryKey)).toBeUndefined()
})

test('a look that finds the place not connected any more lets the app know', async () => {
  const server = serve()
  const error = { additional_information: 'not-connected' }
  server.answerInstead(() => Response.json({ error }, { status: 401 }))
  const said = vi.fn<(says: boolean) => void>()
  client.getQueryCache().subscribe((event) => said(saysNotConnected(event)))
  await reconcile(client, practice, await unanswered('Pilot'))
  expect(said).toHaveBeenCalledWith(true)
})

test('a look that breaks off is a failed one, and no sign that nothing is there', async () => {
  serve()
  const intent = await unanswered('Pilot')
  vi.mocked(outboxEntries).mockRejectedValueOnce(new Error('The disk is gone.'))
  const looked = await reconcile(client, practice, intent)
  expect(looked).toMatchObject({ kind: 'failed', failure: null })
})

test('among many namesakes without texts the newest are asked for theirs', async () => {
  const server = serve()
  const intent = await unanswered('Everyday name')
  const others = { task_details: { ...documentedExample.task_details, task_name: 'Another task' } }
  const batches = []
  for (let namesake = 0; namesake < 6; namesake += 1) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other: the order is tested.
    batches.push(await server.create({ name: 'Everyday name', ...others }))
  }
  const made = await server.create({
    name: 'Everyday name',
    task_details: documentedExample.task_details,
  })
  const bare = [...batches, made].map((batch) => ({ ...batch, task_details: null }))
  server.answerInstead((call) =>
    call.endsWith(addressOf('listBatches', { workspace_id }))
      ? Response.json({ results: bare })
      : undefined,
  )
  expect(await reconcile(client, practice, intent)).toMatchObject({
    kind: 'found',
    batch: { id: made.id },
  })
})
