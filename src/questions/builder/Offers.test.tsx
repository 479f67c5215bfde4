import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { card, choice, columnOf, open, pageOf, why } from '#questions/builder/test/OpenBuilder.tsx'

test('“Other” comes with a text below it, as one step', async () => {
  const { user, value } = open([pageOf(choice, why)])
  await user.click(card(/Is it clear/))
  await user.click(screen.getByRole('button', { name: 'Add “Other”' }))
  const other = { label: 'Other', value: 'other' }
  expect(value()).toEqual([
    {
      rows: [
        {
          columns: [
            {
              items: [
                { ...choice, options: [...choice.options, other] },
                { type: 'free_text', description: 'If other, what?' },
              ],
            },
          ],
        },
        ...pageOf(why).rows,
      ],
    },
  ])
  expect(screen.getByRole('textbox', { name: 'Choice 3' })).toHaveFocus()
  expect(screen.queryByRole('button', { name: 'Add “Other”' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /^Undo a change/ }))
  expect(value()).toEqual([pageOf(choice, why)])
})

test('a text can be said to be optional, because nothing can be required', async () => {
  const { user, value } = open([pageOf(why)])
  await user.click(card(/Why/))
  expect(screen.getByText(/no setting for required questions/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add “(optional)”' }))
  expect(value()).toEqual([pageOf({ ...why, description: 'Why? (optional)' })])
  expect(screen.getByRole('textbox', { name: 'Question' })).toHaveFocus()
  expect(screen.queryByRole('button', { name: 'Add “(optional)”' })).not.toBeInTheDocument()
})

test('a page that shows nothing of the item has a button that lists the columns', async () => {
  const { user, value } = open([pageOf(why)], {
    columns: [columnOf('text'), columnOf('source')],
  })
  await user.click(screen.getByRole('button', { name: 'Add a column of your data…' }))
  const column = screen.getByRole('button', { name: /^Column “text”/ })
  expect(column).toHaveFocus()
  await user.keyboard('{Enter}')
  const shown = { rows: [{ columns: [{ items: [{ type: 'dataset_field', field: 'text' }] }] }] }
  expect(value()).toEqual([{ rows: [...shown.rows, ...pageOf(why).rows] }])
  expect(screen.queryByRole('button', { name: 'Add a column of your data…' })).toBeNull()
})
