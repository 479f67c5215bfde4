import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { openStorage } from '#storage/database.ts'
import { beginAttempt, outboxEntries, prepareIntent, settleIntent } from '#outbox/store/outbox.ts'
import { renderAt } from '#test/render-at.tsx'
import { storedBatch } from '#test/answers.ts'
import { practice, serve } from '#test/serve.ts'
import { UncertainSends } from './UncertainSends.tsx'

const show = (backends = [practice]) =>
  renderAt('/practice/batches', <UncertainSends backends={backends} />)
const region = async () =>
  within(await screen.findByRole('region', { name: 'Unconfirmed batches' }))
const posts = (calls: string[]) => calls.filter((call) => call.startsWith('POST')).length

/** Something that was sent as `name`, and how that ended. */
async function sent(name: string, draft = name) {
  const request = { ...documentedExample, name }
  const prepared = await prepareIntent({
    draft,
    place: 'practice',
    workspace_id: request.workspace_id,
    name,
    body: JSON.stringify(request),
  })
  if (prepared.kind !== 'prepared') throw new Error('It was not prepared.')
  const { id } = prepared.intent
  await beginAttempt(id)
  await settleIntent(id, 'not-known', { reason: 'The connection broke.' })
  return id
}
/** A batch that a create of `name` makes. */
const made = (name: string) => ({ ...storedBatch, name, created_at: new Date().toISOString() })
const stateOf = async (id: string) => {
  const entry = (await outboxEntries()).find(({ intent }) => intent.id === id)
  return entry?.kind === 'readable' ? entry.intent.state : entry?.kind
}

beforeEach(async () => (await openStorage()).clear('outbox'))
afterEach(() => vi.useRealTimers())

test('nothing is said where everything is settled', async () => {
  serve()
  const id = await sent('Settled')
  await settleIntent(id, 'created', { batchId: 'x' })
  const { container } = show()
  await outboxEntries()
  expect(container).toBeEmptyDOMElement()
})

test('the one match is found by itself, and can be opened', async () => {
  const server = serve()
  const id = await sent('Pilot')
  const batch = await server.create({ name: 'Pilot' })
  const { history } = show()
  const here = await region()
  await userEvent.click(await here.findByRole('link', { name: /^Open it/ }))
  expect(history.at(-1)).toBe(`/practice/batches/${batch.id}`)
  expect(await stateOf(id)).toBe('created')
  expect(screen.queryByRole('region')).not.toBeInTheDocument()
  expect(posts(server.calls)).toBe(0)
})

test('of several that fit a person chooses', async () => {
  const server = serve()
  const id = await sent('Twin')
  await server.create({ name: 'Twin' })
  await server.create({ name: 'Twin' })
  show()
  const here = await region()
  expect(await here.findByText('2 batches fit. Which is yours?')).toBeVisible()
  expect(await stateOf(id)).toBe('not-known')
  const [first] = here.getAllByRole('button', { name: /^Mine is the one created/ })
  if (!first) throw new Error('There is nothing to choose.')
  await userEvent.click(first)
  expect(await here.findByText(/Found it/)).toBeVisible()
  expect(await stateOf(id)).toBe('created')
})

test('it is looked for three times within a minute, and nothing is sent unasked', async () => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  const server = serve()
  await sent('Gone')
  show()
  const looks = () => server.calls.filter((call) => call.includes('workspace_id')).length
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  await vi.waitFor(async () => {
    await pass(10)
    expect(screen.getByText(/Not there after 1 look,/)).toBeInTheDocument()
  })
  expect(screen.queryByRole('button', { name: /^Send again anyway/ })).not.toBeInTheDocument()
  await pass(20_100)
  await vi.waitFor(() => expect(screen.getByText(/Not there after 2 looks,/)).toBeInTheDocument())
  await pass(40_100)
  await vi.waitFor(() => expect(screen.getByText(/Not there after 3 looks,/)).toBeInTheDocument())
  expect(screen.getByRole('button', { name: /^Send again anyway/ })).toBeInTheDocument()
  await pass(300_000)
  expect(looks()).toBe(3)
  expect(posts(server.calls)).toBe(0)
})

test('looks of which one begins during another both end', async () => {
  const server = serve()
  let goOn = () => {}
  const over = new Promise<undefined>((resolve) => {
    goOn = () => resolve(undefined)
  })
  server.answerInstead(() => over)
  const asks = (times: number) => waitFor(() => expect(server.calls).toHaveLength(times))
  await sent('Gone')
  await sent('There')
  await server.create({ name: 'There' })
  show()
  await asks(2)
  goOn()
  const here = await region()
  expect(await here.findByText(/Found it/)).toBeVisible()
  expect(await here.findByText(/Not there after 1 look,/)).toBeVisible()
  expect(here.queryByText(/^Looking for it in/)).not.toBeInTheDocument()
})

test('a look that is broken off is said to be none, and made again', async () => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  const server = serve()
  await sent('Pilot')
  await server.create({ name: 'Pilot' })
  server.answerInstead(() => new Promise(() => {}))
  const { client } = show()
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  await vi.waitFor(async () => {
    await pass(10)
    expect(screen.getByText('Looking for it in Practice…')).toBeInTheDocument()
    expect(server.calls).toHaveLength(1)
  })
  server.answerInstead(undefined)
  await client.cancelQueries()
  await vi.waitFor(() => expect(screen.getByText(/search was interrupted/)).toBeInTheDocument())
  expect(screen.queryByText(/Not there/)).not.toBeInTheDocument()
  await pass(20_100)
  await vi.waitFor(() => expect(screen.getByText(/Found it/)).toBeInTheDocument())
})

test('sending again is one more request, of the bytes that were kept', async () => {
  const server = serve()
  const id = await sent('Again')
  show()
  const here = await region()
  await userEvent.click(await here.findByRole('button', { name: /^Stop looking/ }))
  await userEvent.dblClick(here.getByRole('button', { name: /^Send again anyway/ }))
  expect(await here.findByText('Your batch was created.')).toBeVisible()
  expect(await here.findByText(/There is no second one in the list/)).toBeVisible()
  expect(posts(server.calls)).toBe(1)
  expect(await stateOf(id)).toBe('created')
  expect((await server.list()).map(({ name }) => name)).toEqual(['Again'])
})

test('the buttons of several sends say which batch they are about', async () => {
  serve()
  for (const name of ['First', 'Second']) await sent(name)
  show()
  const here = await region()
  const about = (what: string, name: string) => new RegExp(`^${what}\\s*“${name}”$`)
  for (const name of ['First', 'Second']) {
    expect(await here.findByRole('button', { name: about('Look again', name) })).toBeVisible()
    const stop = await here.findByRole('button', { name: about('Stop looking', name) })
    await userEvent.click(stop)
    expect(here.getByRole('button', { name: about('Send again anyway', name) })).toBeVisible()
    expect(here.getByRole('button', { name: about('Stop tracking', name) })).toBeVisible()
  }
})

test('a first batch that comes late is said, beside the one that was sent again', async () => {
  const server = serve()
  await sent('Late')
  show()
  const here = await region()
  await userEvent.click(await here.findByRole('button', { name: /^Stop looking/ }))
  await userEvent.click(here.getByRole('button', { name: /^Send again anyway/ }))
  expect(await here.findByText(/There is no second one in the list/)).toBeVisible()

  const late = await server.create({ name: 'Late' })
  await userEvent.click(here.getByRole('button', { name: /^Look again/ }))
  expect(await here.findByText(/more than one batch was created/)).toBeVisible()
  const link = here.getByRole('link', { name: /^Open the other one, created/ })
  expect(link).toHaveAttribute('href', `/practice/batches/${late.id}`)
})

test('looking is stopped also while a look is under way', async () => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  const server = serve()
  await sent('Gone')
  show()
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  const looks = () => server.calls.length
  await vi.waitFor(async () => {
    await pass(10)
    expect(screen.getByText(/Not there after 1 look,/)).toBeInTheDocument()
  })
  let goOn = () => {}
  server.answerInstead(
    () =>
      new Promise((resolve) => {
        goOn = () => resolve(undefined)
      }),
  )
  await pass(20_100)
  await vi.waitFor(() => expect(looks()).toBe(2))
  fireEvent.click(screen.getByRole('button', { name: /^Stop looking/ }))
  goOn()
  await vi.waitFor(() => expect(screen.getByText(/Not there after 2 looks,/)).toBeInTheDocument())
  await pass(300_000)
  expect(looks()).toBe(2)
  expect(screen.getByRole('button', { name: /^Send again anyway/ })).toBeInTheDocument()
})

test('a list that leaves batches out is said not to show them all', async () => {
  const server = serve()
  await sent('Gone')
  server.answerInstead(async () => Response.json({ results: [], meta: { count: 40 } }))
  show()
  const here = await region()
  expect(
    await here.findByText(/Practice has 40 more in this workspace than it lists/),
  ).toBeVisible()
})

test.each([
  ['!400', /did not accept this \(400\)/],
  ['!401', /did not accept the token \(401\)/],
  ['!403', /does not allow this \(403\)/],
  ['!404', /no access to Task Builder/],
  ['!429', /is busy \(429\)/],
])('sending again that is refused (%s) leaves open what the first became', async (mark, words) => {
  const server = serve()
  const id = await sent(`Again ${mark}`)
  show()
  const here = await region()
  await userEvent.click(await here.findByRole('button', { name: /^Stop looking/ }))
  await userEvent.click(here.getByRole('button', { name: /^Send again anyway/ }))
  const said = await here.findByText(/^Sending it again at .+ created nothing:/)
  expect(said).toHaveTextContent(words)
  expect(said).toHaveTextContent(/sent before may still have become a batch/)
  expect(here.getByText(/We do not know yet whether your batch was created/)).toBeVisible()
  expect(here.getByText(/was sent at .+The connection broke\./)).toBeVisible()
  expect(await stateOf(id)).toBe('not-known')
  expect(await server.list()).toEqual([])
})

test('a first batch that comes after a refused second sending is the only one', async () => {
  const server = serve()
  const id = await sent('Late !429')
  show()
  const here = await region()
  await userEvent.click(await here.findByRole('button', { name: /^Stop looking/ }))
  server.answerInstead((call) =>
    call.includes('workspace_id') ? Response.json({ results: [made('Late !429')] }) : undefined,
  )
  await userEvent.click(here.getByRole('button', { name: /^Send again anyway/ }))
  expect(await here.findByText('Found it: your batch was created.')).toBeVisible()
  expect(here.queryByText(/It was sent more than once/)).not.toBeInTheDocument()
  expect(posts(server.calls)).toBe(1)
  expect(await stateOf(id)).toBe('created')
})

test('a list that cannot be loaded is no sign that nothing is there', async () => {
  const server = serve()
  await sent('Pilot')
  server.answerInstead(() => Promise.resolve(new Response('{}', { status: 401 })))
  show()
  const here = await region()
  expect(await here.findByText(/The list could not be loaded either/)).toBeVisible()
  expect(here.queryByRole('button', { name: /^Send again anyway/ })).not.toBeInTheDocument()
  expect(here.getByRole('button', { name: /^Look again/ })).toBeVisible()
  // A list that never loads again must not keep the draft for ever.
  await userEvent.click(here.getByRole('button', { name: /^Stop tracking/ }))
  await waitFor(() => expect(screen.queryByRole('region')).not.toBeInTheDocument())
})

test('nothing is looked for in a place that is not connected', async () => {
  const server = serve()
  await sent('Pilot')
  show([{ ...practice, connected: false }])
  const here = await region()
  expect(here.getByText('Connect to Practice to look for it.')).toBeVisible()
  expect(here.queryByRole('button', { name: /Look/ })).not.toBeInTheDocument()
  expect(server.calls).toEqual([])
})

test('what cannot be read any more is shown with what is left of it, and let go', async () => {
  serve()
  const id = await sent('Broken')
  const database = await openStorage()
  const stored: unknown = await database.get('outbox', id)
  await database.put('outbox', Object.assign({}, stored, { sha: 'x' }))
  show()
  const here = await region()
  expect(here.getByText(/“Broken” was about to be created at/)).toBeVisible()
  await userEvent.click(here.getByRole('button', { name: /^Stop tracking/ }))
  await waitFor(() => expect(screen.queryByRole('region')).not.toBeInTheDocument())
  expect(await outboxEntries()).toEqual([])
})
