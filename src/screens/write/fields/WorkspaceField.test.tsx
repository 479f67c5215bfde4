import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, serve } from '#test/serve.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { WorkspaceField } from './WorkspaceField.tsx'

function Form() {
  const form = useForm<BatchDraft>({
    defaultValues: { ...exampleDraft('practice'), workspaceId: '' },
  })
  return <WorkspaceField form={form} backend={practice} />
}

test('the only workspace is chosen by itself, and another one can be written instead', async () => {
  serve()
  const user = userEvent.setup()
  renderAt('/practice/new', <Form />)
  const choice = await screen.findByRole('combobox', { name: 'Workspace' })
  await waitFor(() => expect(choice).toHaveValue(documentedExample.workspace_id))

  await user.selectOptions(choice, 'Another workspace: paste its id…')
  const box = screen.getByRole('textbox', { name: 'Workspace id' })
  await user.clear(box)
  expect(box).toHaveValue('')
  await user.paste('6278acb09062db3b35bcbeb1')
  expect(box).toHaveValue('6278acb09062db3b35bcbeb1')
})
