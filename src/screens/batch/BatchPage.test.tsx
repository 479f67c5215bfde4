import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { BatchPage } from './BatchPage.tsx'

// What jsdom has not got: the size of things, and dialogs that open.
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

const open = (id: string, backend = practice) =>
  renderAt(
    `/${backend.place}/batches/${id}`,
    <BatchPage backend={backend} id={id} prolific={prolific} />,
  )
const openSetUp = async () => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Set up…' }))
  return { user, dialog: within(screen.getByRole('dialog', { name: 'Set up this batch' })) }
}
const announced = () =>
  screen
    .getAllByRole('status')
    .map((status) => status.textContent)
    .join()
const comeBackToThePage = () =>
  fireEvent(document, new Event('visibilitychange', { bubbles: true }))
const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const setUps = (calls: string[]) => calls.filter((call) => call.endsWith('/setup'))

const freeText = [
  { rows: [{ columns: [{ items: [{ type: 'free_text', description: 'What is it about?' }] }] }] },
]
const withoutDataset = { dataset_id: null, batch_items: freeText }

test('a batch says what it is, what it waits for and what comes next', async () => {
  const { id } = await serve().create({ name: 'Pilot' })
  open(id)
  expect(await screen.findByRole('heading', { level: 1, name: 'Pilot' })).toBeVisible()
  expect(document.title).toBe('Not set up yet – Pilot')
  expect(
    screen.getByText(/It does not change by itself\. Set it up when the text is/),
  ).toBeVisible()

  const steps = within(screen.getByRole('region', { name: 'Next steps' })).getAllByRole('listitem')
  expect(steps.map((step) => within(step).getByRole('heading').textContent)).toEqual([
    'Batch created: done',
    'Dataset attached: done',
    'Questions added: done',
    'Set up: not yet',
    'Study made in Prolific: not yet',
  ])
  expect(steps[3]).toHaveAttribute('aria-current', 'step')
  expect(screen.getByRole('link', { name: 'Start a new batch from this one' })).toHaveAttribute(
    'href',
    `/practice/new?from=practice/${id}`,
  )
  expect(screen.getByRole('region', { name: 'Participant view' })).toBeVisible()
  expect(screen.getByText('product-reviews.jsonl · 100 items')).toBeInTheDocument()
})

test('a batch can be duplicated, shared and recorded', async () => {
  const { id } = await serve().create({ name: 'Pilot' })
  const { history } = open(id)
  const user = userEvent.setup()
  const item = { hidden: true } as const
  await user.click(
    await screen.findByRole('button', { name: /^Share link…/, ...item }, { timeout: 10_000 }),
  )
  const link = within(await screen.findByRole('dialog', { name: 'Share link' }))
  const address = await link.findByRole<HTMLTextAreaElement>('textbox', { name: 'Link' })
  expect(address.value).toMatch(/^http:\/\/localhost(:\d+)?\/practice\/shared#draft=1\.\S+$/)
  const withoutIds = address.value.length
  await user.click(link.getByRole('checkbox', { name: /Include the workspace and dataset ids/ }))
  await waitFor(() => expect(address.value.length).toBeGreaterThan(withoutIds))
  await user.click(link.getByRole('button', { name: 'Done' }))

  await user.click(screen.getByRole('button', { name: 'Duplicate…', ...item }))
  expect(await screen.findByRole('dialog', { name: 'Duplicate “Pilot”' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Go back' }))

  await user.click(screen.getByRole('button', { name: /^Ethics record/, ...item }))
  await waitFor(() => expect(history?.at(-1)).toBe(`/practice/record?batch=${id}`))
})

test('an id can be copied', async () => {
  const { id } = await serve().create()
  open(id)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('heading', { name: 'For developers' }))
  await user.click(screen.getByRole('button', { name: /^Copy.*the batch id$/ }))
  expect(await navigator.clipboard.readText()).toBe(id)
  expect(screen.getByRole('button', { name: /^Copied.*the batch id$/ })).toBeVisible()
})

test('a set-up is started once, followed and announced at its end', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  open(id)
  const { user, dialog } = await openSetUp()
  expect(dialog.getByText(/^100 items make 10 groups of 10\./)).toBeVisible()
  const size = dialog.getByRole('spinbutton', { name: 'Items per participant' })
  await user.clear(size)
  await user.type(size, '30')
  expect(dialog.getByText(/^100 items make 4 groups: 3 of 30 and a last one of 10\./)).toBeVisible()
  const button = dialog.getByRole('button', { name: 'Set up 4 groups' })
  fireEvent.click(button)
  fireEvent.click(button)

  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(setUps(server.calls)).toHaveLength(1)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(announced()).toContain('Being set up')
  expect(document.title).toBe('Being set up – Pilot')

  server.passTime(3000)
  comeBackToThePage()
  await waitFor(() => expect(announced()).toContain('Ready. 100 items in 4 groups.'))
  expect(document.title).toBe('Ready – Pilot')
  for (const link of screen.getAllByRole('link', { name: 'Create this in Prolific…' })) {
    expect(link).toHaveAttribute('href', `/prolific/new?from=practice/${id}`)
  }
})

test('a batch is not called empty on the strength of counts from before its set-up', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  open(id)
  await screen.findByRole('heading', { name: 'Pilot' })
  await server.setUp(id)
  server.passTime(3000)
  let giveDetails = () => {}
  const held = new Promise<undefined>((give) => {
    giveDetails = () => give(undefined)
  })
  server.answerInstead((call) => (call.endsWith(id) ? held : undefined))
  comeBackToThePage()
  await waitFor(() => expect(document.title).toBe('Ready – Pilot'))
  expect(announced()).toContain('Ready. Nobody has been invited')
  giveDetails()
  await waitFor(() => expect(announced()).toContain('Ready. 100 items in 10 groups.'))
})

test('a group size that is none is refused before anything is sent', async () => {
  const server = serve()
  const { id } = await server.create()
  open(id)
  const { user, dialog } = await openSetUp()
  await user.clear(dialog.getByRole('spinbutton'))
  await user.click(dialog.getByRole('button', { name: 'Set up' }))
  expect(await dialog.findByText('Enter a whole number, for example 10.')).toBeVisible()
  await user.type(dialog.getByRole('spinbutton'), '0')
  expect(await dialog.findByText('Each participant needs at least 1 item.')).toBeVisible()
  expect(setUps(server.calls)).toEqual([])
})

test('a batch without a dataset gets one when it is set up', async () => {
  const server = serve()
  const { id } = await server.create(withoutDataset)
  open(id)
  expect(await screen.findByText(/Choose a dataset and set it up\./)).toBeVisible()
  const { user, dialog } = await openSetUp()
  await user.click(dialog.getByRole('button', { name: 'Set up' }))
  expect(await dialog.findByText('Choose a dataset, or paste its id.')).toBeVisible()
  expect(setUps(server.calls)).toEqual([])

  await user.selectOptions(
    dialog.getByRole('combobox', { name: 'Dataset' }),
    'Interview snippets, without fields (24 items)',
  )
  await user.click(dialog.getByRole('button', { name: 'Set up 3 groups' }))
  await waitFor(() => expect(announced()).toContain('Being set up'))
})

test('a batch without questions cannot be set up, and is told why', async () => {
  const { id } = await serve().create({ batch_items: null })
  open(id)
  expect(await screen.findByText(/Add questions, then set it up\./)).toBeVisible()
  const { dialog } = await openSetUp()
  expect(dialog.getByText(/This batch has no questions yet/)).toBeVisible()
  expect(dialog.queryByRole('button', { name: /^Set up/ })).not.toBeInTheDocument()
})

test('a refused set-up is explained in the dialog, which keeps what was entered', async () => {
  const { id } = await serve().create(withoutDataset)
  open(id)
  const { user, dialog } = await openSetUp()
  await user.selectOptions(dialog.getByRole('combobox'), 'Still being read (still being read)')
  await user.click(dialog.getByRole('button', { name: 'Set up' }))
  const alert = await dialog.findByRole('alert')
  expect(alert).toHaveTextContent('Not set up. Practice did not accept this (400).')
  expect(alert).toHaveTextContent('The dataset is not ready. Its status is PROCESSING.')
  expect(dialog.getByRole('combobox')).toHaveDisplayValue(/Still being read/)
})

test('after an answer that never came the batch is looked at, not set up again', async () => {
  const server = serve()
  const { id } = await server.create()
  open(id)
  const { user, dialog } = await openSetUp()
  server.answerInstead((call) => {
    if (!call.endsWith('/setup')) return undefined
    return server.setUp(id).then(() => Promise.reject(new TypeError('Failed to fetch')))
  })
  await user.click(dialog.getByRole('button', { name: 'Set up 10 groups' }))
  expect(await dialog.findByText('Set-up has started.')).toBeVisible()
  expect(dialog.queryByRole('button', { name: /Set up|Send again/ })).not.toBeInTheDocument()
  await user.click(dialog.getByRole('button', { name: 'See the batch' }))
  expect(announced()).toContain('Being set up')
  expect(setUps(server.calls)).toHaveLength(1)
})

test('when that look shows nothing, sending again is possible but not the first choice', async () => {
  const server = serve()
  const { id } = await server.create()
  open(id)
  const { user, dialog } = await openSetUp()
  server.answerInstead((call) =>
    call.endsWith('/setup') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
  )
  await user.click(dialog.getByRole('button', { name: 'Set up 10 groups' }))
  expect(await dialog.findByText('We do not know whether set-up has started.')).toBeVisible()
  expect(await dialog.findByText(/it was not set up yet\. Set-up may still start/)).toBeVisible()
  server.answerInstead(undefined)
  await user.click(dialog.getByRole('button', { name: 'Send again anyway' }))
  await waitFor(() => expect(announced()).toContain('Being set up'))
})

test('nothing is sent again while it is not known what became of it', async () => {
  const server = serve()
  const { id } = await server.create()
  open(id)
  const { user, dialog } = await openSetUp()
  server.answerInstead((call) => (call.includes(id) ? reply({}, 502) : undefined))
  await user.click(dialog.getByRole('button', { name: 'Set up 10 groups' }))
  expect(await dialog.findByText(/The status could not be checked at/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Set up 10 groups' }))
  expect(setUps(server.calls)).toHaveLength(1)

  server.answerInstead(undefined)
  await user.click(dialog.getByRole('button', { name: 'Look again' }))
  expect(await dialog.findByRole('button', { name: 'Send again anyway' })).toBeVisible()
})

test('a status that nobody knows offers a look, not a set-up', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Odd !status-unknown' })
  await server.setUp(id)
  server.passTime(3000)
  open(id)
  expect(await screen.findByText(/This version does not know this status/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Check now' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /group size|Set up/ })).not.toBeInTheDocument()
})

test('a look that fails leaves the last known status and says when', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  open(id)
  await screen.findByRole('heading', { name: 'Pilot' })
  server.answerInstead((call) => (call.endsWith('/status') ? reply({}, 503) : undefined))
  comeBackToThePage()
  expect(await screen.findByText(/Could not check at .+Trying again in \d+ s\./)).toBeVisible()
  expect(document.title).toBe('Not set up yet – Pilot')

  server.answerInstead(undefined)
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try now' }))
  await waitFor(() => expect(screen.queryByText(/Could not check/)).not.toBeInTheDocument())
})

test('a set-up that failed says that the text is safe and leads to a new batch', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Goes wrong !setup-error' })
  await server.setUp(id)
  server.passTime(3000)
  open(id)
  await waitFor(() => expect(announced()).toMatch(/Set-up failed\. .* Your text is safe\./))
  expect(screen.getByRole('heading', { name: 'Set up: failed' })).toBeVisible()
})

test('an id that is not here may be in the other place', async () => {
  serve()
  open('0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c99')
  expect(await screen.findByRole('heading', { name: 'Batch not found' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Look for it in Prolific' })).toHaveAttribute(
    'href',
    '/prolific/batches/0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c99',
  )
  expect(screen.getByRole('link', { name: 'See the batches in Practice' })).toBeVisible()
})

test('a batch that cannot be loaded can be asked for again', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  server.answerInstead(() => reply({ error: { detail: 'Not a member.' } }, 403))
  open(id)
  expect(await screen.findByRole('alert')).toHaveTextContent('Practice says: “Not a member.”')
  server.answerInstead(undefined)
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'Pilot' })).toBeVisible()
})

test('an answer with hardly anything in it is shown as far as it goes', async () => {
  serve().answerInstead((call) =>
    call.endsWith('/status') ? reply({}) : reply({ id: 'x', total_instruction_count: null }),
  )
  open('x')
  expect(await screen.findByRole('heading', { name: 'Untitled batch' })).toBeVisible()
  expect(screen.getByText('Practice did not return the texts of this batch.')).toBeVisible()
})

test('a batch in Prolific leads to its workspace there', async () => {
  const stored = { id: 'x', ...documentedExample, status: 'READY', total_task_count: 100 }
  serve().answerInstead((call) => reply(call.endsWith('/workspaces/') ? { results: [] } : stored))
  open('x', prolific)
  const [link] = await screen.findAllByRole('link', { name: /^Open workspace in Prolific/ })
  expect(link).toHaveAttribute(
    'href',
    `https://app.prolific.com/researcher/workspaces/${documentedExample.workspace_id}/home`,
  )
})
