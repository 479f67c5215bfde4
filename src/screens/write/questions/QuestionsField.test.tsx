import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm, useWatch } from 'react-hook-form'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderAt } from '#test/render-at.tsx'
import { practice } from '#test/serve.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { draftResolver } from '#screens/write/submit/draft-resolver.ts'
import type { ShownColumns } from '#api/datasets/use-dataset-columns.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { createStore } from '#storage/listeners.ts'
import { QuestionsField } from './QuestionsField.tsx'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'

// CodeMirror is in a shadow root, where these tests do not look: they write in the plain field instead.
vi.mock('#questions/builder/QuestionBuilder.tsx', () => {
  throw new Error('The network is gone.')
})

/** The states that were kept before something was replaced. */
let kept: string[] = []

beforeEach(() => {
  kept = []
})

function Form({ changes = {} }: { changes?: Partial<BatchDraft> }) {
  const form = useForm<BatchDraft>({
    defaultValues: { ...exampleDraft('practice'), questions: '', ...changes },
    resolver: draftResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  })
  const datasetId = useWatch({ control: form.control, name: 'datasetId' })
  const change = (apply: () => void) => {
    kept.push(form.getValues('questions'))
    apply()
  }
  return (
    <>
      <QuestionsField
        draft={{
          form,
          change,
          columns: createStore<ShownColumns>(undefined),
          wantedCard: createStore<ItemAddress | null>(null),
        }}
        backend={practice}
      />
      <button type="button" onClick={() => void form.trigger('questions')}>
        Check
      </button>
      <output aria-label="Dataset">{datasetId}</output>
    </>
  )
}

test('it stays open under whoever fixes what is wrong in it', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form />)
  await user.click(screen.getByText('Questions'))
  const box = await screen.findByRole('textbox', { name: 'Questions' })
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
  renderAt('/practice/new', <Form changes={{ questions: '[' }} />)
  const folded = screen.getByText('Questions').closest('details')
  expect(folded).not.toHaveAttribute('open')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByText(/not readable JSON/)).toBeVisible()
  expect(folded).toHaveAttribute('open')
})

test('the sample is offered where there are no questions, and can be taken out again', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form changes={{ questions: '[]' }} />)
  await user.click(screen.getByText('Questions'))
  const box = await screen.findByRole('textbox', { name: 'Questions' })
  await user.click(screen.getByRole('button', { name: 'Insert sample questions' }))
  expect(box).not.toHaveValue('[]')
  expect(kept).toEqual(['[]'])
  expect(screen.getByText(/sample questions were added/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Insert sample questions' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(box).toHaveValue('[]')
  expect(screen.getByRole('button', { name: 'Insert sample questions' })).toHaveFocus()
})

test('nothing that would replace somebody’s own questions is offered', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form changes={{ questions: '[{"rows":[]}]' }} />)
  await user.click(screen.getByText('Questions'))
  const box = await screen.findByRole('textbox', { name: 'Questions' })
  expect(screen.queryByRole('button', { name: 'Insert sample questions' })).toBeNull()
  await user.clear(box)
  expect(await screen.findByRole('button', { name: 'Insert sample questions' })).toBeVisible()
})

test('a dataset that fits the sample is offered, and never chosen unasked', async () => {
  const user = userEvent.setup()
  renderAt('/practice/new', <Form changes={{ datasetId: '' }} />)
  await user.click(screen.getByText('Questions'))
  await user.click(screen.getByRole('button', { name: 'Insert sample questions' }))
  expect(screen.getByLabelText('Dataset')).toBeEmptyDOMElement()
  await user.click(screen.getByRole('button', { name: /^Choose “/ }))
  expect(screen.getByLabelText('Dataset')).not.toBeEmptyDOMElement()
  expect(screen.queryByRole('button', { name: /^Choose “/ })).not.toBeInTheDocument()
})
