import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm, useWatch } from 'react-hook-form'
import { expect, test } from 'vitest'
import { renderAt } from '#test/render-at.tsx'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { toCreateBatchRequest } from '#screens/write/submit/to-create-batch-request.ts'
import { SwitchField } from './SwitchField.tsx'

function Form() {
  const form = useForm<BatchDraft>({ defaultValues: exampleDraft('practice') })
  const draft = useWatch({ control: form.control, compute: (values: BatchDraft) => values })
  return (
    <>
      <SwitchField form={form} name="autoSync" help="Rows become tasks." />
      <output>{JSON.stringify(toCreateBatchRequest(draft))}</output>
    </>
  )
}

test('new rows are added automatically once the box is ticked, and only then is it sent', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form />)
  const box = screen.getByRole('checkbox', { name: /^Add new rows to this batch automatically/ })
  expect(box).not.toBeChecked()
  expect(screen.getByRole('status')).not.toHaveTextContent('auto_sync_enabled')
  await user.click(box)
  expect(box).toBeChecked()
  expect(screen.getByRole('status')).toHaveTextContent('"auto_sync_enabled":true')
  await user.click(box)
  expect(screen.getByRole('status')).not.toHaveTextContent('auto_sync_enabled')
})
