import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { BatchesPage } from './BatchesPage.tsx'

// What jsdom has not got: dialogs that open.
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

const workspace = documentedExample.workspace_id
const open = (search = '') =>
  renderAt(`/practice/batches${search}`, <BatchesPage backend={practice} />)

const links = () => within(screen.getByRole('table')).getAllByRole('link')
const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

test('the batches of the sole workspace are listed at once, the newest first', async () => {
  const server = serve()
  await server.create({ name: 'Older' })
  await server.create({ name: 'Newer', dataset_id: null, batch_items: null })
  const { history } = open()

  await waitFor(() => expect(links().map((link) => link.textContent)).toEqual(['Newer', 'Older']))
  expect(screen.getByRole('combobox', { name: 'Workspace' })).toHaveValue(workspace)
  expect(history.at(-1)).toBe(`/practice/batches?workspace=${workspace}`)
  expect(screen.getByText('2 batches')).toBeVisible()

  const [, newer, older] = screen.getAllByRole('row')
  expect(newer).toHaveTextContent(/Not set up yet.*No dataset/)
  expect(older).toHaveTextContent(/Not set up yet.*100 items/)
})

test('the workspace that was chosen last is chosen again, in the same place', async () => {
  const results = ['a', 'b'].map((digit) => ({ id: digit.repeat(24), title: `Lab ${digit}` }))
  serve().answerInstead((call) => {
    if (call.includes('workspace_id')) return reply({ results: [] })
    return reply({ results })
  })
  const user = userEvent.setup()
  const first = open()
  await screen.findByText('Choose a workspace to see its batches.')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Workspace' }), 'Lab b')
  first.unmount()

  const { history, unmount } = open()
  await waitFor(() => expect(history.at(-1)).toContain(`workspace=${'b'.repeat(24)}`))
  unmount()
  renderAt('/prolific/batches', <BatchesPage backend={prolific} />)
  expect(await screen.findByText('Choose a workspace to see its batches.')).toBeVisible()
})

test('batches that are stored and cannot be read are counted', async () => {
  const server = serve()
  await server.create({ name: 'Readable' })
  const results = await server.list()
  server.answerInstead((call) =>
    call.includes('workspace_id')
      ? reply({ results, meta: { count: 3, unreadable: 2 } })
      : undefined,
  )
  open()
  expect(await screen.findByRole('link', { name: 'Readable' })).toBeVisible()
  expect(screen.getByText('2 stored batches could not be read.')).toBeVisible()
})

test('a name leads to its batch', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Followed' })
  open()
  expect(await screen.findByRole('link', { name: 'Followed' })).toHaveAttribute(
    'href',
    `/practice/batches/${id}`,
  )
})

test('search narrows the list, says how far, and can be undone', async () => {
  const server = serve()
  for (const name of ['Pilot one', 'Pilot two', 'Main']) await server.create({ name })
  const user = userEvent.setup()
  const { history } = open()
  await screen.findByText('3 batches')

  await user.type(screen.getByRole('searchbox'), 'pilot')
  expect(await screen.findByText('2 of 3 batches')).toHaveAttribute('role', 'status')
  expect(links()).toHaveLength(2)

  await user.type(screen.getByRole('searchbox'), ' nine')
  expect(await screen.findByText('No batch name contains “pilot nine”.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all batches' }))
  expect(await screen.findByText('3 batches')).toBeVisible()
  expect(history.at(-1)).toContain('name=pilot+nine')
})

test('a pasted id finds its batch in the list, also inside an address', async () => {
  const server = serve()
  await server.create({ name: 'Other' })
  const { id } = await server.create({ name: 'Wanted' })
  const user = userEvent.setup()
  open()
  await screen.findByText('2 batches')
  await user.click(screen.getByRole('searchbox'))
  await user.paste(`https://app.example/batches/${id.toUpperCase()}/preview`)
  expect(await screen.findByText('1 of 2 batches')).toBeVisible()
  expect(links()).toHaveLength(1)
  expect(screen.getByRole('link', { name: 'Wanted' })).toBeVisible()
})

test('a pasted id that the list does not hold can be opened and duplicated', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'In another workspace' })
  server.answerInstead((call) =>
    call.includes('workspace_id') ? reply({ results: [] }) : undefined,
  )
  const user = userEvent.setup()
  open()
  await screen.findByText(/No batches in this workspace yet/)
  await user.click(screen.getByRole('searchbox'))
  await user.paste(id)
  expect(await screen.findByRole('link', { name: 'Open this batch' })).toHaveAttribute(
    'href',
    `/practice/batches/${id}`,
  )
  await user.click(screen.getByRole('button', { name: 'Duplicate this batch…' }))
  expect(
    await screen.findByRole('dialog', { name: 'Duplicate “In another workspace”' }),
  ).toBeVisible()
})

test('every batch of the list can be duplicated', async () => {
  const server = serve()
  await server.create({ name: 'First' })
  await server.create({ name: 'Second' })
  const user = userEvent.setup()
  open()
  await user.click(await screen.findByRole('button', { name: /^Duplicate…\s*“First”$/ }))
  expect(await screen.findByRole('dialog', { name: 'Duplicate “First”' })).toBeVisible()
})

test('a long list is drawn to its end', async () => {
  const results = Array.from({ length: 120 }, (_, at) => ({ id: `b${at}`, name: `Batch ${at}` }))
  serve().answerInstead((call) => (call.includes('workspace_id') ? reply({ results }) : undefined))
  open()
  expect(await screen.findByText('120 batches')).toBeVisible()
  await waitFor(() => expect(links()).toHaveLength(120))
})

test('an address can bring the words to look for', async () => {
  const server = serve()
  for (const name of ['Pilot', 'Main']) await server.create({ name })
  open(`?workspace=${workspace}&name=Pilot`)
  expect(await screen.findByText('1 of 2 batches')).toBeVisible()
  expect(screen.getByRole('searchbox')).toHaveValue('Pilot')
})

test('an empty workspace leads to the form', async () => {
  serve()
  open()
  expect(await screen.findByText(/No batches in this workspace yet/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Write the first one' })).toHaveAttribute(
    'href',
    '/practice/new',
  )
})

test('a list that cannot be refreshed stays, with its time and a way to try again', async () => {
  const server = serve()
  await server.create({ name: 'Still shown' })
  const user = userEvent.setup()
  open()
  await screen.findByText('1 batch')

  server.answerInstead((call) => (call.includes('workspace_id') ? reply({}, 429) : undefined))
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  expect(await screen.findByText(/^Trying again in \d s\.$/)).toBeVisible()
  const asked = () => server.calls.filter((call) => call.includes('workspace_id')).length
  const before = asked()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(/could not be loaded\. Practice is busy \(429\)\./)
  expect(asked()).toBe(before)
  expect(alert).toHaveTextContent(/This list is from \d/)
  expect(screen.getByRole('link', { name: 'Still shown' })).toBeVisible()

  server.answerInstead(undefined)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
})

test('one of several workspaces has to be chosen', async () => {
  const server = serve()
  await server.create({ name: 'In the second' })
  server.answerInstead((call) =>
    call.endsWith('/workspaces/')
      ? reply({
          results: [
            { id: 'first', title: 'First' },
            { id: workspace, title: 'Second' },
          ],
        })
      : undefined,
  )
  const user = userEvent.setup()
  const { history } = open()
  expect(await screen.findByText('Choose a workspace to see its batches.')).toBeVisible()
  await user.selectOptions(screen.getByRole('combobox'), 'Second')
  expect(await screen.findByRole('link', { name: 'In the second' })).toBeVisible()
  expect(history.at(-1)).toBe(`/practice/batches?workspace=${workspace}`)
})

test('an id can be pasted when the workspaces cannot be listed, and is asked for once', async () => {
  const server = serve()
  await server.create({ name: 'By its id' })
  server.answerInstead((call) => (call.endsWith('/workspaces/') ? reply({}, 403) : undefined))
  const user = userEvent.setup()
  open()
  expect(await screen.findByRole('alert')).toHaveTextContent(/You can also paste a workspace id/)

  await user.type(screen.getByRole('textbox', { name: 'Workspace' }), 'short{Enter}')
  expect(await screen.findByText(/does not know this id/)).toBeVisible()
  await user.clear(screen.getByRole('textbox', { name: 'Workspace' }))
  await user.type(screen.getByRole('textbox', { name: 'Workspace' }), workspace)
  expect(await screen.findByRole('link', { name: 'By its id' })).toBeVisible()
  const asked = server.calls.filter((call) => call.includes('workspace_id='))
  expect(asked.map((call) => call.split('=')[1])).toEqual(['short', workspace])
})

test('a place without a token says that there is nothing to list', () => {
  const { calls } = serve()
  renderAt('/prolific/batches', <BatchesPage backend={{ ...prolific, connected: false }} />)
  expect(screen.getByText(/Once Prolific is connected/)).toBeVisible()
  expect(calls).toEqual([])
})
