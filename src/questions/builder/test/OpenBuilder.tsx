import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { DataColumn } from '#contract/dataset.ts'
import { QuestionBuilder } from '#questions/builder/QuestionBuilder.tsx'

export const column = { type: 'dataset_field', field: 'text' }
export const choice = {
  type: 'multiple_choice',
  description: 'Is it clear?',
  answer_limit: 1,
  options: [
    { label: 'Yes', value: 'yes', kept: 1 },
    { label: 'No', value: 'no' },
  ],
}
export const why = { type: 'free_text', description: 'Why?' }
export const pageOf = (...items: unknown[]) => ({
  rows: items.map((item) => ({ columns: [{ items: [item] }] })),
})

type Options = { columns?: readonly DataColumn[] | null; invalid?: boolean; refused?: string }

/** Opens a builder with questions, in a form that keeps what it is told. */
export function open(questions: unknown, { columns, invalid = false, refused = '' }: Options = {}) {
  let now = typeof questions === 'string' ? questions : JSON.stringify(questions, null, 2)
  function Form() {
    const [value, setValue] = useState(now)
    const [change] = useState(() => (next: string) => {
      now = next
      setValue(next)
    })
    return (
      <>
        <QuestionBuilder
          id="questions"
          label="Questions"
          value={value}
          onChange={change}
          onBlur={() => {}}
          columns={columns}
          invalid={invalid}
          refused={refused}
          describedBy={undefined}
          starts="or start from a template"
          ref={() => {}}
        />
        <button type="button" onClick={() => change('[]')}>
          Restore
        </button>
      </>
    )
  }
  render(<Form />)
  const value = (): unknown => (now === '' ? '' : JSON.parse(now))
  return { user: userEvent.setup(), value, text: () => now }
}

/** A column of the data, with its value in the first row. */
export const columnOf = (key: string, first: string | null = null): DataColumn => ({
  key,
  label: key,
  type: 'text',
  first,
})

/** The closed card with a name. */
export const card = (name: RegExp) => screen.getByRole('button', { name, expanded: false })
