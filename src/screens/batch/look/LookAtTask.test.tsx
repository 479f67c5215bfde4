import 'fake-indexeddb/auto'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'

// What jsdom has not got.
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
})

const open = (id: string, backend = practice) =>
  renderAt(
    `/${backend.place}/batches/${id}`,
    <BatchPage backend={backend} id={id} prolific={prolific} />,
  )
const asPractice = { ...prolific, base_path: practice.base_path }
const words = /^Look at it in Prolific/

async function readyBatch() {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  await server.setUp(id)
  server.passTime(60_000)
  return { server, id }
}

test('in Prolific a ready batch leads to the preview of its first group', async () => {
  const { server, id } = await readyBatch()
  server.answerInstead((call) =>
    call.endsWith('/task-groups') ? Response.json(['b9e8d6b7 /?', 'second', 7]) : undefined,
  )
  open(id, asPractice)
  expect(await screen.findByRole('link', { name: words })).toHaveAttribute(
    'href',
    `https://app.prolific.com/data-collection-tool/batches/${id}/task-groups/b9e8d6b7%20%2F%3F?preview=true`,
  )
})

test.each([
  ['a refusal', () => new Response('{}', { status: 404 }), /The address of the preview could not/],
  ['no groups', () => Response.json([]), /names no groups of this batch yet/],
  ['no list', () => Response.json({ results: [] }), /The address of the preview could not/],
])('%s instead of groups is said, and can be asked again', async (_, answer, said) => {
  const { server, id } = await readyBatch()
  let fails = true
  server.answerInstead((call) => (fails && call.endsWith('/task-groups') ? answer() : undefined))
  open(id, asPractice)
  expect(await screen.findByText(said)).toBeVisible()
  fails = false
  await userEvent.setup().click(screen.getByRole('button', { name: words }))
  expect(await screen.findByRole('link', { name: words })).toBeVisible()
})

test('in Practice the task of the first group is shown here', async () => {
  const { id } = await readyBatch()
  open(id)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Look at it as a participant' }))
  const dialog = within(await screen.findByRole('dialog', { name: /^The first group/ }))
  expect(
    dialog.getByText(/^This batch has 10 groups, and one participant works through one/),
  ).toBeVisible()
  const [close] = dialog.getAllByRole('button', { name: 'Close' })
  await user.click(close ?? document.body)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('nothing is looked at before a batch is ready', async () => {
  const server = serve()
  const { id } = await server.create()
  open(id)
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Look at it/ })).not.toBeInTheDocument()
  expect(server.calls.join(' ')).not.toContain('task-groups')
})
