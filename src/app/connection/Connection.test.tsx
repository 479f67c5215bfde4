import { useQuery } from '@tanstack/react-query'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { appConfig } from '#api/connection.ts'
import { me } from '#api/workspaces.ts'
import type { AppConfig } from '#contract/app-config.ts'
import { addressOf } from '#contract/routes.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific } from '#test/serve.ts'
import { Connection } from './Connection.tsx'

const TOKEN = 'canary-of-the-dialog'
const json = (body: unknown, status = 200) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status })
const ada = { id: 'u1', email: 'ada@lab.example', first_name: 'Ada', last_name: 'Byron' }

/** A server whose one browser this is. What it answers to a token can be said; nothing by default. */
function startServer({ token = '', takesTokens = true } = {}) {
  const server = {
    own: '',
    token,
    calls: [] as string[],
    onToken: () => json({}, 401) as Response | Promise<Response>,
  }
  const config = (): AppConfig => ({
    backends: [
      practice,
      {
        ...prolific,
        connected: server.own !== '' || server.token !== '',
        own_token: takesTokens
          ? { path: '/session/prolific', idle_hours: 8, in_use: server.own !== '' }
          : undefined,
      },
    ],
  })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    init.signal?.throwIfAborted()
    server.calls.push(`${init.method} ${path}`)
    if (path === '/config.json') return json(config())
    if (path === '/session/prolific' && init.method === 'DELETE') {
      server.own = ''
      return json(undefined, 204)
    }
    if (path === '/session/prolific') {
      const answer = await new Promise<Response>((resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        void Promise.resolve(server.onToken()).then(resolve, reject)
      })
      if (answer.ok) server.own = z.string().parse(init.body)
      return answer
    }
    const inUse = server.own || server.token
    if (!inUse) return json({ error: { detail: '', additional_information: 'not-connected' } }, 401)
    if (inUse === 'expired') return json({}, 401)
    if (path.endsWith(addressOf('readMe')))
      return json(server.own ? ada : { ...ada, first_name: 'The', last_name: 'Lab' })
    return json({ results: [{ id: 'w1', title: 'Behavioral Research Group' }] })
  })
  return server
}

function Page() {
  const config = useQuery(appConfig)
  return <Connection environment="practice" config={config} />
}

const open = () => renderAt('/practice/new?open=connection&draft=d1', <Page />)
const field = async () => screen.findByLabelText<HTMLInputElement>('API token')

describe('the dialog', () => {
  test('takes a token and says whose it is, which workspaces it opens and how long it is kept', async () => {
    const server = startServer()
    server.onToken = () => json(ada)
    open()
    await userEvent.type(await field(), `${TOKEN}{Enter}`)
    expect(await screen.findByText('Connected as Ada Byron.')).toBeVisible()
    expect(screen.getByText('ada@lab.example')).toBeVisible()
    expect(screen.getByText(/You are using your own token.*8 hours/)).toBeVisible()
    expect(await screen.findByText('Behavioral Research Group')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go to Prolific' })).toHaveAttribute(
      'href',
      '/prolific/new?draft=d1',
    )
    expect(document.body.innerHTML).not.toContain(TOKEN)
    expect(server.own).toContain(TOKEN)
  })

  test.each<[() => Response | Promise<Response>, RegExp]>([
    [() => json({}, 401), /did not accept this token \(401\)/],
    [() => json({}, 400), /does not look like a token/],
    [
      () => new Response('', { status: 429, headers: { 'retry-after': '30' } }),
      /busy \(429\).*Wait 30 seconds/,
    ],
    [
      () => json({ error: { additional_information: 'not-sent' } }, 502),
      /could not be reached from the server/,
    ],
    [async () => Promise.reject(new TypeError('failed')), /could not be reached/],
  ])('leaves a refused token in the field, with the reason: %#', async (answer, reason) => {
    const server = startServer()
    server.onToken = answer
    open()
    await userEvent.type(await field(), TOKEN)
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }))
    await waitFor(async () => expect(await field()).toHaveAccessibleDescription(reason))
    expect(await field()).toHaveValue(TOKEN)
    expect(await field()).toHaveFocus()
    expect(await field()).toBeInvalid()
    await userEvent.type(await field(), 'x')
    expect(await field()).toBeValid()
  })

  test('asks for a token before it asks the server', async () => {
    const server = startServer()
    open()
    await userEvent.type(await field(), '  {Enter}')
    expect(await field()).toHaveAccessibleDescription(/Paste a token first/)
    expect(server.calls).not.toContain('POST /session/prolific')
  })

  test('hides what is typed and forgets it when it is closed', async () => {
    startServer()
    const { history } = open()
    expect(await field()).toHaveAttribute('type', 'password')
    expect(await field()).toHaveAttribute('autocomplete', 'off')
    await userEvent.type(await field(), TOKEN)
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(history.at(-1)).toBe('/practice/new?draft=d1')
  })

  test('gives up when it is closed while the token is checked', async () => {
    const server = startServer()
    let answer: (response: Response) => void = () => {}
    server.onToken = async () => new Promise<Response>((resolve) => (answer = resolve))
    open()
    await userEvent.type(await field(), `${TOKEN}{Enter}`)
    const busy = await screen.findByRole('button', { name: 'Checking with Prolific…' })
    await userEvent.click(busy)
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    answer(json(ada))
    // What the server says now counts.
    await waitFor(() =>
      expect(server.calls.filter((call) => call.endsWith('config.json'))).toHaveLength(2),
    )
    expect(server.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1)
    expect(server.own).toBe('')
  })

  test("uses the server's token until there is one of one's own, and again after it", async () => {
    const server = startServer({ token: 'of-the-lab' })
    server.onToken = () => json(ada)
    open()
    expect(await screen.findByText('Connected as The Lab.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Use my own token…' }))
    await userEvent.type(await field(), `${TOKEN}{Enter}`)
    expect(await screen.findByText('Connected as Ada Byron.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }))
    expect(await screen.findByText('Connected as The Lab.')).toBeVisible()
    expect(screen.getByText('Disconnected.')).toBeVisible()
  })

  test('asks for another token where the one in use is refused', async () => {
    startServer({ token: 'expired' })
    open()
    expect(await screen.findByText('Prolific did not accept the token in use (401).')).toBeVisible()
    expect(await field()).toBeVisible()
  })

  test('says what to do where no tokens are taken', async () => {
    startServer({ takesTokens: false })
    open()
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/Your administrator connects Prolific/)).toBeVisible()
    expect(within(dialog).queryByLabelText('API token')).toBeNull()
  })

  test('warns on a page that others can read', async () => {
    vi.stubGlobal('isSecureContext', false)
    startServer()
    open()
    expect(await screen.findByText('This connection is not encrypted.')).toBeVisible()
  })
})

test('nothing of the former owner stays in the page', async () => {
  const server = startServer({ token: 'of-the-lab' })
  server.onToken = () => json(ada)
  const { client } = open()
  await screen.findByText('Connected as The Lab.')
  const old = { queryKey: ['prolific', 'batch', 'b1'] }
  client.setQueryData(old.queryKey, { secret: 'of the lab' })
  await userEvent.click(screen.getByRole('button', { name: 'Use my own token…' }))
  await userEvent.type(await field(), `${TOKEN}{Enter}`)
  await screen.findByText('Connected as Ada Byron.')
  expect(client.getQueryData(old.queryKey)).toBeUndefined()
  const kept = client
    .getQueryCache()
    .getAll()
    .map(({ state }) => state)
  expect(
    JSON.stringify(kept) +
      JSON.stringify(
        client
          .getMutationCache()
          .getAll()
          .map(({ state }) => state),
      ),
  ).not.toMatch(new RegExp(`of the lab|"The"|${TOKEN}`))
})

test('the page notices that the server has forgotten the token', async () => {
  const server = startServer()
  server.own = TOKEN
  const { client } = renderAt('/practice/new', <Page />)
  await waitFor(() => expect(client.getQueryData(appConfig.queryKey)).toBeDefined())
  server.own = ''
  await client.fetchQuery(me(prolific)).catch(() => undefined)
  await waitFor(() =>
    expect(client.getQueryData(appConfig.queryKey)?.backends[1]?.connected).toBe(false),
  )
})

test('a place that is not connected offers to connect, and the link keeps the rest of the address', async () => {
  startServer()
  function ProlificPage() {
    return <Connection environment="prolific" config={useQuery(appConfig)} />
  }
  renderAt('/prolific/batches?workspace=w1', <ProlificPage />)
  const link = await screen.findByRole('link', { name: 'Connect to Prolific…' })
  expect(link).toHaveAttribute('href', '/prolific/batches?workspace=w1&open=connection')
  await userEvent.click(link)
  expect(await field()).toBeVisible()
})
