import 'fake-indexeddb/auto'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#api/query-client.ts'
import { newId } from '#contract/new-id.ts'
import { documentedExample } from '#contract/examples.ts'
import { createAndNote } from '#outbox/send/create-and-note.ts'
import { practice, serve } from '#test/serve.ts'
import { OutcomeNotice } from './OutcomeNotice.tsx'
import { useCreation } from './use-creation.ts'

vi.mock('#outbox/send/create-and-note.ts', { spy: true })

const body = JSON.stringify(documentedExample)
const sending = { backend: practice, request: documentedExample, body }
const breaks = () => {
  throw new TypeError('name.split is not a function')
}
const nothing = () => {}
const noData = {
  state: { kind: 'idle' },
  busy: false,
  forget: nothing,
  make: () => Promise.resolve(),
} as const
const posts = (calls: string[]) => calls.filter((call) => call.startsWith('POST')).length

/** Creates a batch; gives what the screen says of it then, and the error that was left to others. */
async function create(handlers: Partial<Parameters<typeof useCreation>[0]> = {}, change = {}) {
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(
    () => useCreation({ onCreated: nothing, onRefused: nothing, onNotKnown: nothing, ...handlers }),
    { wrapper },
  )
  const error = await act(async () =>
    result.current
      .send({ ...sending, draft: newId(), ...change })
      .catch((reason: unknown) => reason),
  )
  render(
    <OutcomeNotice
      creation={result.current}
      dataFirst={noData}
      draft=""
      environment="practice"
      environmentName="Practice"
      onGoTo={nothing}
      onAgain={nothing}
    />,
    { wrapper },
  )
  return { error, said: screen.queryByRole('alert')?.textContent ?? '' }
}

const refused = () => {
  const request = { ...documentedExample, name: 'Refused !400' }
  return { request, body: JSON.stringify(request) }
}

test('what throws after a refusal is told as the refusal, and left to be told itself', async () => {
  serve()
  const { error, said } = await create({ onRefused: breaks }, refused())
  expect(said).toMatch(/^Practice did not accept this \(400\)\. The batch was not created\./)
  expect(said).toContain('Nothing was lost or sent twice.')
  expect(said).not.toContain('Nothing was sent')
  expect(error).toBeInstanceOf(TypeError)
})

test('what throws after a batch was created is not told as something that was not sent', async () => {
  const server = serve()
  const { error, said } = await create({ onCreated: breaks })
  expect(await server.list()).toHaveLength(1)
  expect(said).not.toMatch(/nothing was sent/i)
  expect(error).toBeInstanceOf(TypeError)
})

test('what throws while it is sent is told as something that nobody knows the end of', async () => {
  serve()
  vi.mocked(createAndNote).mockRejectedValueOnce(new TypeError('on purpose'))
  const { said } = await create()
  expect(said).toContain('We do not know whether a batch was created.')
  expect(said).not.toMatch(/nothing was sent/i)
})

test('a refused field that is called like a member of every object is named', async () => {
  const server = serve()
  const detail = { constructor: ['bad'], toString: ['worse'] }
  server.answerInstead((call) =>
    call.startsWith('POST') ? Response.json({ error: { detail } }, { status: 400 }) : undefined,
  )
  const { said } = await create()
  expect(said).toContain('Practice mentions “constructor”, “toString”')
  expect(said).toContain('bad worse')
})

test('a batch is created although the browser takes itself to be offline', async () => {
  const server = serve()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const onCreated = vi.fn<() => void>()
  const { said } = await create({ onCreated })
  expect(onCreated).toHaveBeenCalledTimes(1)
  expect(said).toBe('')
  expect(await server.list()).toHaveLength(1)
})

test('where no server can be reached either, nothing is sent and that is said', async () => {
  const server = serve()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  server.answerInstead(() => Promise.reject(new TypeError('Failed to fetch')))
  const { said } = await create()
  expect(said).toContain('You are offline. Nothing was sent.')
  expect(posts(server.calls)).toBe(0)
})
