import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '#test/render-at.tsx'
import { practice, serve } from '#test/serve.ts'
import { SetUpQuestion } from './SetUpQuestion.tsx'

// jsdom has no dialogs that open.
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

test('the proposed group size follows the dataset until somebody types one', async () => {
  const batch = await serve().create({ dataset_id: null, batch_items: null })
  renderAt(
    `/practice/batches/${batch.id}`,
    <SetUpQuestion
      backend={practice}
      batch={batch}
      facts={{ hasDataset: false, hasQuestions: true, items: null }}
      unsaved={false}
      onClose={() => {}}
      onBegun={() => {}}
    />,
  )
  const user = userEvent.setup()
  const picker = await screen.findByRole('combobox', { name: 'Dataset' })
  await waitFor(() => expect(picker).toBeEnabled())
  const of = (items: number) =>
    practice.datasets.find((dataset) => dataset.total_datapoint_count === items)?.id ?? ''
  const size = screen.getByRole('spinbutton', { name: 'Items per participant' })
  expect(size).toHaveValue(10)
  await user.selectOptions(picker, of(105))
  expect(size).toHaveValue(7)
  expect(screen.getByText(/^105 items make 15 groups of 7\./)).toBeVisible()
  await user.selectOptions(picker, of(24))
  expect(size).toHaveValue(8)
  await user.clear(size)
  await user.type(size, '5')
  await user.selectOptions(picker, of(105))
  expect(size).toHaveValue(5)
})

test('it lists the columns of a dataset, and says when the questions show one that it lacks', async () => {
  const batch = await serve().create({ dataset_id: null, batch_items: null })
  const item = { type: 'dataset_field', field: 'nowhere' }
  const batch_items = [{ rows: [{ columns: [{ items: [item] }] }] }]
  renderAt(
    `/practice/batches/${batch.id}`,
    <SetUpQuestion
      backend={practice}
      batch={{ ...batch, batch_items }}
      facts={{ hasDataset: false, hasQuestions: true, items: null }}
      unsaved={false}
      onClose={() => {}}
      onBegun={() => {}}
    />,
  )
  const picker = await screen.findByRole('combobox', { name: 'Dataset' })
  const typed = practice.datasets.find(({ fields }) => fields?.includes('review'))
  await waitFor(() => expect(picker).toBeEnabled())
  await userEvent.setup().selectOptions(picker, typed?.id ?? '')
  expect(await screen.findByText(/^Columns: .*review \(“/)).toBeVisible()
  expect(screen.getByText(/The dataset has no column “nowhere”. It has: .*review/)).toBeVisible()
})
