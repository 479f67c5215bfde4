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
