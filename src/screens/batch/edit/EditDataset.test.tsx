import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { editDraftId } from '#drafts/store/batch-edit.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'

const texts = documentedExample.task_details
const first = documentedExample.dataset_id
const second = '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c01'
const without = '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c02'
const pageOf = (...items: unknown[]) => ({
  rows: items.map((item) => ({ columns: [{ items: [item] }] })),
})
const question = { type: 'free_text', description: 'What is it about?' }
const batch_items = [pageOf({ type: 'dataset_field', field: 'review' }, question)]

// What jsdom has not got.
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
  })
})

/** The bodies of the changes that the page sends from now on. */
function sentChanges() {
  const bodies: unknown[] = []
  const { fetch } = globalThis
  globalThis.fetch = (path, init) => {
    if (init?.method === 'PATCH' && typeof init.body === 'string') {
      bodies.push(JSON.parse(init.body))
    }
    return fetch(path, init)
  }
  return bodies
}

async function openEditor(id: string, opener = 'Change dataset', backend = practice) {
  const user = userEvent.setup()
  const page = renderAt(
    `/${backend.place}/batches/${id}`,
    <BatchPage backend={backend} id={id} prolific={prolific} />,
  )
  await user.click((await screen.findAllByRole('button', { name: opener }))[0] ?? document.body)
  const picker = await screen.findByRole('combobox', { name: /^Dataset/ })
  await waitFor(() => expect(picker).toBeEnabled())
  const save = () => user.click(screen.getByRole('button', { name: /^Save/ }))
  return { user, picker, save, ...page }
}

test('another dataset is shown with its columns, and sent alone', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items, dataset_id: first })
  const { user, picker, save } = await openEditor(id)
  const sent = sentChanges()
  expect(picker).toHaveValue(first)
  expect(screen.getByRole('group', { name: 'Dataset' })).toHaveFocus()
  await user.selectOptions(picker, second)
  expect(await screen.findByText(/^Columns: review \(“/)).toBeVisible()
  await save()
  expect(await screen.findByText('This batch now has the dataset that you chose.')).toBeVisible()
  expect(sent).toEqual([{ dataset_id: second }])
  const after = await server.read(id)
  expect(after.datasets.map((dataset) => dataset.id)).toEqual([second])
  expect(after.task_details).toEqual(texts)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Change dataset' })).toHaveFocus())
})

test('a batch without a dataset gets one together with its questions', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items: null, dataset_id: null })
  const { user, picker, save } = await openEditor(id, 'Attach a dataset')
  const sent = sentChanges()
  await user.selectOptions(picker, first)
  await user.click(screen.getByText('Questions', { selector: 'summary *' }))
  const builder = within(await screen.findByRole('group', { name: 'Questions' }))
  await user.click(builder.getByRole('button', { name: 'Free text' }))
  await user.type(await builder.findByRole('textbox', { name: 'Question' }), 'Why?')
  await save()
  expect(await screen.findByText(/stored your questions as you wrote them/)).toBeVisible()
  expect(screen.getByText('This batch now has the dataset that you chose.')).toBeVisible()
  expect(sent).toMatchObject([{ dataset_id: first, batch_items: [expect.anything()] }])
})

test('columns that the questions show and the dataset lacks are named before anything is sent', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items, dataset_id: first })
  const { user, picker } = await openEditor(id)
  expect(screen.queryByText('The questions do not fit the dataset.')).not.toBeInTheDocument()
  await user.selectOptions(picker, without)
  expect(await screen.findByText('The questions do not fit the dataset.')).toBeVisible()
  expect(screen.getByText(/The questions show “review”, but this dataset has no/)).toBeVisible()
})

test('a dataset cannot be removed, and nothing is sent', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items, dataset_id: first })
  const { user, picker, save } = await openEditor(id)
  const sent = sentChanges()
  await user.selectOptions(picker, '')
  await save()
  expect(await screen.findByText(/It can be changed, but not removed/)).toBeVisible()
  expect(sent).toEqual([])
})

test('a dataset that somebody else attached meanwhile is shown and not overwritten', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items: [pageOf(question)], dataset_id: null })
  const { user, picker, save } = await openEditor(id, 'Attach a dataset')
  const sent = sentChanges()
  await user.selectOptions(picker, first)
  await server.attach(id, second)
  await save()
  const alert = within(await screen.findByRole('alert'))
  expect(
    alert.getByText(
      'Somebody changed the dataset of this batch while you were editing it. Nothing was sent.',
    ),
  ).toBeVisible()
  expect(alert.getByRole('region', { name: 'Dataset' })).toHaveTextContent(
    /no dataset → Product reviews, 105 items/,
  )
  expect(sent).toEqual([])
  await user.click(alert.getByRole('button', { name: 'Keep theirs' }))
  expect(picker).toHaveValue(second)
  await user.click(screen.getByRole('button', { name: 'Put it back' }))
  await save()
  await user.click(await screen.findByRole('button', { name: 'Replace with mine' }))
  expect(await screen.findByText('This batch now has the dataset that you chose.')).toBeVisible()
  expect((await server.read(id)).datasets.map((dataset) => dataset.id)).toEqual([first])
})

test('a dataset that was chosen and not saved is there again', async () => {
  const server = serve()
  const { id } = await server.create({ batch_items, dataset_id: first })
  const { user, picker, unmount } = await openEditor(id)
  await user.selectOptions(picker, second)
  await waitFor(async () => {
    const kept = await readDraft(editDraftId('practice', id))
    expect(kept).toMatchObject({ draft: { texts: { datasetId: second }, of: { dataset: first } } })
  })
  unmount()
  const again = await openEditor(id)
  expect(again.picker).toHaveValue(second)
  await again.user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(again.picker).toHaveValue(first)
})

test('in Prolific both datasets are named before one takes the place of the other', async () => {
  const server = serve()
  const { id } = await server.create({ name: 'Pilot', batch_items, dataset_id: first })
  const asPractice = { ...prolific, base_path: practice.base_path, datasets: practice.datasets }
  const { user, picker, save } = await openEditor(id, 'Change dataset', asPractice)
  const sent = sentChanges()
  await user.selectOptions(picker, second)
  await save()
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Change the dataset of this batch in Prolific?' }),
  )
  expect(dialog.getByText(/of “Pilot” will be replaced in Prolific\.$/)).toBeVisible()
  expect(dialog.getByRole('region', { name: 'Dataset' })).toHaveTextContent(
    /Product reviews \(of the documented example\).*→.*Product reviews, 105 items/,
  )
  expect(sent).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Save in Prolific' }))
  expect(await screen.findByText('This batch now has the dataset that you chose.')).toBeVisible()
})
