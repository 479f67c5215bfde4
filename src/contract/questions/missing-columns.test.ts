// @vitest-environment node
import { expect, test } from 'vitest'
import { missingColumns, missingColumnsInWords } from './missing-columns.ts'
import { wordsOfItems } from './words-of-items.ts'

const show = (field: string) => ({ type: 'dataset_field', field })
const pageOf = (...items: unknown[]) => ({ rows: [{ columns: [{ items }] }] })
const layout = [pageOf(show('text'), show('review')), pageOf(show('review'), show(''))]

test('columns that the dataset does not have are named once, with their first place', () => {
  expect(missingColumns(layout, ['text'])).toEqual([
    { name: 'review', page: 0, row: 0, column: 0, item: 1 },
  ])
  expect(missingColumns(layout, ['text', 'review'])).toEqual([])
  expect(missingColumns(layout, null).map(({ name }) => name)).toEqual(['text', 'review'])
  expect(missingColumns(layout, undefined)).toEqual([])
  expect(missingColumns({ rows: 4 }, ['text'])).toEqual([])
})

test('they are said in one sentence', () => {
  expect(missingColumnsInWords(missingColumns(layout, ['id']), ['id'])).toBe(
    'The dataset has no column “text”, “review”. It has: id.',
  )
  expect(missingColumnsInWords(missingColumns(layout, null), null)).toMatch(/no columns/)
})

test('the words of items are those that participants read', () => {
  const choice = {
    type: 'multiple_choice',
    id: 'an id',
    description: 'Which?',
    options: [{ label: 'A', value: 'code', heading: 'Why?' }, null],
  }
  expect(wordsOfItems([pageOf({ content: '<p>Hi</p>' }, 3, choice), null])).toEqual([
    { at: { page: 0, row: 0, column: 0, item: 0 }, words: '<p>Hi</p>' },
    ...['Which?', 'A', 'Why?'].map((words) => ({
      at: { page: 0, row: 0, column: 0, item: 2 },
      words,
    })),
  ])
})
