import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { expect, test } from 'vitest'
import { renderAt } from '#test/render-at.tsx'
import { practice } from '#test/serve.ts'
import type { BatchDraft } from './batch-draft.ts'
import { draftResolver } from './draft-resolver.ts'
import { QuestionsField } from './QuestionsField.tsx'
import { exampleDraft } from './starting-points.ts'

function Form() {
  const form = useForm<BatchDraft>({
    defaultValues: exampleDraft('practice'),
    resolver: draftResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  })
  return <QuestionsField form={form} backend={practice} />
}

test('it stays open under whoever mends what is wrong in it', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form />)
  await user.click(screen.getByText('Questions'))
  const box = screen.getByRole('textbox', { name: 'Questions' })
  await user.click(box)
  await user.paste('[')
  await user.tab()
  expect(await screen.findByText(/not readable JSON/)).toBeVisible()
  await user.clear(box)
  await user.paste('')
  await user.tab()
  expect(screen.queryByText(/not readable JSON/)).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Insert sample questions' })).toHaveFocus()
  expect(box.closest('details')).toHaveAttribute('open')
})

test('a fault opens it', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form />)
  const folded = screen.getByText('Questions').closest('details')
  expect(folded).not.toHaveAttribute('open')
  const box = folded?.querySelector('textarea')
  box?.focus()
  await user.paste('[')
  await user.tab()
  expect(await screen.findByText(/not readable JSON/)).toBeVisible()
  expect(folded).toHaveAttribute('open')
})
