import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { TaskDetails } from '#contract/task-details.ts'
import { documentedExample } from '#contract/examples.ts'
import { rememberSent, sentTexts } from '#outbox/store/sent-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { readDraft } from '#drafts/store/drafts.ts'
import { practice, prolific, serve } from '#test/serve.ts'
import { BatchPage } from '#screens/batch/BatchPage.tsx'

const texts = documentedExample.task_details
const rich: TaskDetails = {
  task_name: 'Rate <b>reviews</b>',
  task_introduction: '<p>Read <a href="https://example.org">this page</a> first.</p>',
  task_steps: '<h3>Part 1</h3><ol><li>Look</li></ol>',
}

const open = (id: string) =>
  renderAt(`/practice/batches/${id}`, <BatchPage backend={practice} id={id} prolific={prolific} />)

test('a text that is stored as it was sent is said to be so, in one line', async () => {
  const { id } = await serve().create()
  rememberSent('practice', id, texts)
  open(id)
  expect(
    await screen.findByText('Practice stored your text exactly as you wrote it.'),
  ).toBeVisible()
})

test('nothing is said of a text that was not sent from this browser', async () => {
  const { id } = await serve().create()
  open(id)
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  expect(screen.queryByText(/exactly as you wrote it/)).not.toBeInTheDocument()
})

test('what was not stored as sent is shown, text by text, with the exact HTML on demand', async () => {
  const { id } = await serve().create({ name: 'Pilot !stripped', task_details: rich })
  rememberSent('practice', id, rich)
  open(id)
  expect(
    await screen.findByText('The text that Practice stored differs from the text you sent.'),
  ).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Task title' })).not.toBeInTheDocument()

  const introduction = within(screen.getByRole('region', { name: 'Introduction' }))
  expect(await introduction.findByRole('deletion')).toHaveTextContent('this page')
  const user = userEvent.setup()
  await user.click(introduction.getByText('Show the exact HTML'))
  expect(introduction.getByRole('region', { name: 'You sent' })).toHaveTextContent(
    rich.task_introduction,
  )
  expect(introduction.getByRole('region', { name: 'Practice stored' })).toHaveTextContent(
    '<p>Read this page first.</p>',
  )

  await user.click(screen.getByRole('button', { name: 'Accept the stored text' }))
  expect(await screen.findByText(/exactly as you wrote it/)).toBeVisible()
  expect(sentTexts('practice', id)?.texts.task_steps).toBe('Part 1<ol><li>Look</li></ol>')
})

test.each([
  ['in other tags', '<P>a<br/>b', '<p>a<br>b</p>', 'Pilot'],
  ['with &amp; for &', '<p>Q&A & more</p>', '<p>Q&amp;A &amp; more</p>', 'Pilot !escaped'],
])('nothing is said of a text that is only written %s', async (_, sent, stored, name) => {
  const server = serve()
  const written = name === 'Pilot' ? stored : sent
  const { id } = await server.create({
    name,
    task_details: { ...texts, task_introduction: written },
  })
  expect((await server.read(id)).task_details?.task_introduction).toBe(stored)
  rememberSent('practice', id, { ...texts, task_introduction: sent })
  open(id)
  expect(await screen.findByRole('button', { name: 'Edit text' })).toBeVisible()
  expect(screen.queryByText(/differs from the text you sent/)).not.toBeInTheDocument()
  expect(screen.queryByText(/another way/)).not.toBeInTheDocument()
  expect(screen.queryByText(/exactly as you wrote it/)).not.toBeInTheDocument()
})

test('only the texts that mean something else are shown', async () => {
  const { id } = await serve().create({
    name: 'Pilot !escaped',
    task_details: { ...texts, task_introduction: '<p>Q&A</p>', task_steps: '<p>Changed</p>' },
  })
  rememberSent('practice', id, {
    ...texts,
    task_introduction: '<p>Q&A</p>',
    task_steps: '<p>Sent</p>',
  })
  open(id)
  expect(await screen.findByRole('region', { name: 'Steps' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Introduction' })).not.toBeInTheDocument()
})

test('a text that arrives late is compared when it arrives', async () => {
  const { id } = await serve().create()
  open(id)
  await screen.findByRole('button', { name: 'Edit text' })
  rememberSent('practice', id, texts)
  await waitFor(() => expect(screen.getByText(/exactly as you wrote it/)).toBeVisible())
})

test('after set-up the page says that the text may not be changeable', async () => {
  const server = serve()
  const { id } = await server.create()
  await server.setUp(id)
  open(id)
  expect(
    await screen.findByText(/You may not be able to change the text after set-up/),
  ).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Edit text' })).not.toBeInTheDocument()
})

test('a batch that was set up is corrected in a draft with all that is in it, and stays', async () => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
  const server = serve()
  const before = await server.create({ name: 'Pilot' })
  const { id } = before
  await server.setUp(id)
  const { history } = open(id)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Correct in a copy…' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Correct in a copy' }))
  expect(dialog.getByText(/“Pilot” stays as it is, because Practice cannot delete/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Open the draft' }))
  await waitFor(() => expect(history.at(-1)).toMatch(/^\/practice\/new\?draft=/))
  const asked: unknown = expect.stringContaining('What is the sentiment of this review?')
  const draft = await readDraft(history.at(-1)?.split('=')[1] ?? '')
  expect(draft).toMatchObject({
    draft: {
      of: null,
      texts: {
        batchName: 'Pilot (corrected)',
        taskTitle: texts.task_name,
        introduction: texts.task_introduction,
        steps: texts.task_steps,
        datasetId: before.datasets[0]?.id,
        workspaceId: before.workspace_id,
        questions: asked,
      },
    },
  })
  expect((await server.read(id)).name).toBe('Pilot')
})

test('a batch that cannot be read makes no draft', async () => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
  const server = serve()
  const { id } = await server.create({ name: 'Pilot' })
  await server.setUp(id)
  open(id)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Correct in a copy…' }))
  server.answerInstead(() => Promise.reject(new TypeError('Failed to fetch')))
  await user.click(screen.getByRole('button', { name: 'Open the draft' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('No draft was made.')
})
