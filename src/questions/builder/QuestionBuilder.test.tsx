import { configure, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { layoutItems } from '#contract/questions/layout-items.ts'
import { checkBatchItems } from '#contract/questions/batch-items.ts'
import {
  card,
  choice,
  column,
  columnOf,
  open,
  pageOf,
  why,
} from '#questions/builder/test/OpenBuilder.tsx'

vi.setConfig({ testTimeout: 60_000 })
// Parts of the builder load when they are opened, which takes longer beside other work.
configure({ asyncUtilTimeout: 20_000 })

const items = (value: unknown) => JSON.stringify(value).match(/"type":"\w+"/g) ?? []

describe('without questions', () => {
  test('a choice is made: pasted lines are choices, and codes come from their words', async () => {
    const { user, value } = open('')
    await user.click(screen.getByRole('button', { name: 'Choice' }))
    expect(screen.getByRole('textbox', { name: 'Question' })).toHaveFocus()
    await user.keyboard('Which one?')
    await user.click(screen.getByRole('textbox', { name: 'Choice 1' }))
    await user.paste('a) Très bien\n- Not so good\n• Bad')
    await user.keyboard('{Enter}Never')
    const empty = screen.getAllByRole('textbox', { name: /^Choice \d$/ }).at(-1)
    await user.click(empty ?? document.body)
    await user.keyboard('{Backspace}')
    expect(screen.getByRole('textbox', { name: 'Choice 4' })).toHaveFocus()
    expect(value()).toEqual([
      {
        rows: [
          {
            columns: [
              {
                items: [
                  {
                    type: 'multiple_choice',
                    description: 'Which one?',
                    answer_limit: 1,
                    disable_dropdown: true,
                    options: [
                      { label: 'Très bien', value: 'tres_bien' },
                      { label: 'Not so good', value: 'not_so_good' },
                      { label: 'Bad', value: 'bad' },
                      { label: 'Never', value: 'never' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ])
    expect(screen.queryByRole('textbox', { name: /Code/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Show codes' }))
    await user.type(screen.getByRole('textbox', { name: 'Code of choice 3' }), '_really')
    await user.type(screen.getByRole('textbox', { name: 'Choice 3' }), ' indeed')
    expect(JSON.stringify(value())).toContain('{"label":"Bad indeed","value":"bad_really"}')
  })

  test('a rating scale is one question for each statement', async () => {
    const { user, value } = open('')
    await user.click(screen.getByRole('button', { name: 'Rating scale…' }))
    const dialog = screen.getByRole('dialog')
    await user.type(within(dialog).getByLabelText('Statements'), 'It is clear.{Enter}It is new.')
    await user.selectOptions(within(dialog).getByLabelText('Scale'), '1 to 7')
    await user.click(within(dialog).getByRole('button', { name: 'Add 2 questions' }))
    expect(items(value())).toHaveLength(2)
    expect(checkBatchItems(value())).toEqual([])
    expect(JSON.stringify(value())).toContain('{"label":"7: very much","value":"7"}')

    await user.click(card(/It is new/))
    await user.click(screen.getByRole('button', { name: 'Edit the scale…' }))
    const again = screen.getByRole('dialog')
    expect(within(again).getByLabelText('Statements')).toHaveValue('It is clear.\nIt is new.')
    await user.type(within(again).getByLabelText('Statements'), '{Enter}It is short.')
    await user.click(within(again).getByRole('button', { name: 'Save the scale' }))
    expect(items(value())).toHaveLength(3)
  })
})

test('settings are changed in place, and what is not shown of an item stays', async () => {
  const { user, value } = open([pageOf(column, choice)])
  await user.click(card(/Is it clear/))
  const question = screen.getByRole('textbox', { name: 'Question' })
  expect(question).toHaveFocus()
  await user.clear(question)
  await user.type(question, 'Is it good?')
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Participants choose' }),
    'All that apply',
  )
  await user.click(screen.getByRole('button', { name: 'Add “None of these”' }))
  expect(value()).toEqual([
    pageOf(column, {
      ...choice,
      description: 'Is it good?',
      answer_limit: -1,
      options: [
        ...choice.options,
        { label: 'None of these', value: 'none_of_these', exclusive: true },
      ],
    }),
  ])
  await user.keyboard('{Escape}')
  expect(card(/Is it good/)).toHaveFocus()
})

test('cards are reached and moved by keys, and it is said where they are', async () => {
  const { user, value } = open([pageOf(column, choice, why)])
  card(/Column of your data/).focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(card(/Why/)).toHaveFocus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(value()).toEqual([pageOf(column, why, choice)])
  expect(card(/Why/)).toHaveFocus()
  expect(screen.getByText('Question 1 of 2, page 1')).toBeInTheDocument()
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(screen.getByText('Question 1 of 2, page 1, right column')).toBeInTheDocument()
  expect(value()).toMatchObject([{ rows: [{ columns: [{}, { items: [why] }] }, {}] }])
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Control>}d{/Control}')
  expect(items(value())).toHaveLength(4)
  await user.keyboard('{Delete}')
  await user.click(within(screen.getByText('Deleted.')).getByRole('button', { name: 'Undo' }))
  expect(items(value())).toHaveLength(4)
})

test('undo brings back every byte, also of what came from outside', async () => {
  const source = JSON.stringify([pageOf(why)])
  const { user, text } = open(source)
  await user.click(card(/Why/))
  await user.type(screen.getByRole('textbox', { name: 'Question' }), ' Please say.')
  await user.click(screen.getByRole('button', { name: 'Restore' }))
  expect(text()).toBe('[]')
  const undo = () => user.click(screen.getByRole('button', { name: /^Undo a change/ }))
  await undo()
  expect(text()).toContain('Why? Please say.')
  await undo()
  expect(text()).toBe(source)
  await user.click(screen.getByRole('button', { name: /^Redo a change/ }))
  expect(text()).toContain('Why? Please say.')
})

test('a slash adds below, and columns that are not shown come first', async () => {
  const { user, value } = open([pageOf(column)], {
    columns: [columnOf('text'), columnOf('title', 'A short title')],
  })
  card(/Column of your data/).focus()
  await user.keyboard('/')
  const panel = screen.getByRole('group', { name: 'Add' })
  expect(within(panel).queryByRole('button', { name: /“text”/ })).not.toBeInTheDocument()
  await user.click(within(panel).getByRole('button', { name: /Column “title”.*A short title/ }))
  expect(value()).toEqual([pageOf(column, { type: 'dataset_field', field: 'title' })])
  expect(card(/title/)).toHaveFocus()
})

test('the menu of a card turns it into another kind and moves it to another page', async () => {
  const { user, value } = open([pageOf(column, why), pageOf(column, choice)])
  const menus = screen.getAllByRole('button', { name: 'More for this card' })
  await user.click(menus[1] ?? document.body)
  await user.click(screen.getByRole('button', { name: 'Turn into…' }))
  await user.click(screen.getByRole('button', { name: 'Video narration' }))
  expect(value()).toMatchObject([
    { rows: [{}, { columns: [{ items: [{ type: 'video_narration', description: 'Why?' }] }] }] },
    {},
  ])
  await user.click(
    screen.getAllByRole('button', { name: 'More for this card' })[1] ?? document.body,
  )
  await user.click(screen.getByRole('button', { name: 'Move to page 2' }))
  expect(value()).toMatchObject([{ rows: [{}] }, { rows: [{}, {}, {}] }])
})

test('faults are at their card, with what would fix them', async () => {
  const wrong = { type: 'dataset_field', field: 'review' }
  const refused = 'Page 1, row 2, column 1, item 1 (free_text): is not nice enough'
  const { user, value } = open([pageOf(wrong, why)], {
    columns: [columnOf('id'), columnOf('Re-view')],
    refused,
  })
  expect(screen.getByText(/The dataset has no column “review”. It has: id, Re-view./)).toBeVisible()
  expect(card(/Why/)).toHaveAccessibleDescription('Prolific says: is not nice enough')
  await user.click(screen.getByRole('button', { name: 'Use “Re-view”' }))
  expect(value()).toEqual([pageOf({ type: 'dataset_field', field: 'Re-view' }, why)])
})

test('a question of an unknown kind is kept, and edited as JSON', async () => {
  const slider = { type: 'slider', description: 'How much?', steps: 5 }
  const { user, value } = open([pageOf(column, slider)])
  await user.click(card(/slider/))
  const box = screen.getByRole('textbox', { name: 'Protected question' })
  await user.clear(box)
  await user.paste('{"type":"slider"')
  expect(screen.getByText(/no complete JSON yet/)).toBeVisible()
  expect(value()).toEqual([pageOf(column, slider)])
  await user.paste(',"steps":7}')
  expect(value()).toEqual([pageOf(column, { type: 'slider', steps: 7 })])
})

test('what is no layout is not shown as cards, and nothing of it is lost', async () => {
  const { text } = open('{"a": 1}')
  await waitFor(() => expect(screen.getByRole('radio', { name: 'JSON' })).toBeChecked())
  expect(text()).toBe('{"a": 1}')
})

test('pages before the items take text and pictures only', async () => {
  const { user, value } = open([pageOf(column)])
  await user.click(screen.getByRole('button', { name: 'Before the items' }))
  const panel = screen.getByRole('group', { name: 'Add' })
  expect(
    within(panel)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['', 'Textrich_text', 'Pictureimage'])
  await user.click(within(panel).getByRole('button', { name: /Picture/ }))
  expect(value()).toMatchObject([{ display_position: 'intro' }, {}])
})

describe('pasted questions', () => {
  test('a questionnaire becomes questions, and what was not understood can be copied', async () => {
    const { user, value } = open('')
    await user.click(screen.getByRole('button', { name: 'Paste questions…' }))
    await user.click(await screen.findByRole('textbox', { name: 'Questions' }))
    await user.paste(
      '1. How clear is the text? (1–5)\n2. Would you recommend it?\nYes\nNo\n3. Why?\n______',
    )
    await user.click(screen.getByRole('button', { name: 'Add the questions' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(layoutItems(value()).map(({ type }) => type)).toEqual([
      'multiple_choice',
      'multiple_choice',
      'free_text',
    ])
    expect(checkBatchItems(value())).toEqual([])
  })

  test('JSON keeps its pages, after those that are there', async () => {
    const { user, value } = open([pageOf(why)])
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await user.click(screen.getByRole('button', { name: /^Paste questions…/ }))
    await user.click(await screen.findByRole('textbox', { name: 'Questions' }))
    await user.paste(JSON.stringify({ name: 'A batch', batch_items: [pageOf(choice)] }))
    await user.click(screen.getByRole('button', { name: 'Add the questions' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(value()).toEqual([pageOf(why), pageOf(choice)])
  })

  test('a text without questions says what to do, and stays', async () => {
    const { user } = open('')
    await user.click(screen.getByRole('button', { name: 'Paste questions…' }))
    const box = await screen.findByRole('textbox', { name: 'Questions' })
    await user.click(screen.getByRole('button', { name: 'Add the questions' }))
    expect(await screen.findByText(/^No questions were found/)).toBeVisible()
    expect(box).toBeVisible()
  })
})
