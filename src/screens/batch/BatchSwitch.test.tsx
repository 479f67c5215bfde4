import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Batch } from '#contract/answers.ts'
import { textsOfBatch } from '#drafts/texts-of-answer.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { BatchPage } from './BatchPage.tsx'

test('automatic syncing of a batch is shown as it is stored, and changed there', async () => {
  const server = serve()
  const { id } = await server.create({ auto_sync_enabled: true })
  renderAt(`/practice/batches/${id}`, <BatchPage backend={practice} id={id} prolific={prolific} />)
  const name = 'Add new rows to this batch automatically'
  const box = await screen.findByRole('checkbox', { name, hidden: true })
  expect(box).toBeChecked()

  await userEvent.setup().click(box)
  await waitFor(() => expect(box).toBeEnabled())
  expect(box).not.toBeChecked()
  expect(server.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1)
})

test('a new batch begins with the syncing of the one it is started from', async () => {
  const batch = Batch.parse({ id: 'b', auto_sync_enabled: true })
  expect(textsOfBatch(batch, 'practice', 'prolific').autoSync).toBe(true)
})
