// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { readLayout } from '#questions/layout/read-layout.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { aboutHowLong, secondsPerItem } from './time-per-item.ts'

const column = { type: 'dataset_field', field: 'text' }
const layoutOf = (...items: unknown[]) =>
  readLayout(JSON.stringify([{ rows: [{ columns: [{ items }] }] }])) ?? []
const found = (...items: unknown[]) => checkQuestionnaire(layoutOf(column, ...items))
const choice = (description: string, ...labels: string[]) => ({
  type: 'multiple_choice',
  description,
  answer_limit: 1,
  options: labels.map((label, index) => ({ label, value: index })),
})

describe('of a question it is said', () => {
  test.each([
    ['two-in-one', choice('Is it clear and correct?', 'Yes', 'No', 'Cannot say')],
    ['two-in-one', choice('Is it clear? Is it correct?', 'Yes', 'No', 'Cannot say')],
    ['two-in-one', { type: 'star_rating', description: 'Rate tone and grammar' }],
    ['repeated', choice('Which?', 'One', 'Two', 'one', 'Other')],
    ['overlapping', choice('How old?', '18–25', '25–30', 'Prefer not to say')],
    ['no-way-out', choice('Is it clear?', 'Yes', 'No')],
    ['no-way-out', choice('Which is better?', 'A', 'B')],
    ['bare-ends', choice('How clear?', '1', '2', '3', '4', '5')],
    ['many-choices', choice('Which?', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'None')],
    ['no-words', choice('Which?', 'A', '', 'Other')],
  ])('%s: %j', (kind, item) => {
    expect(found(item)).toEqual([
      expect.objectContaining({ kind, at: { page: 0, row: 0, column: 0, item: 1 } }),
    ])
  })
})

test.each([
  choice('Is it clear?', 'Yes', 'No', 'I cannot tell'),
  choice('How often between May and June?', 'Never', 'Once', 'Sometimes', 'Often', 'Always'),
  choice('Which is better?', 'A', 'B', 'Both are the same'),
  choice('How old?', '18–24', '25–30', 'Prefer not to say'),
  choice('How clear?', '0: not at all', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10: very'),
  { ...choice('Which colors and shapes?', 'Red', 'Blue'), answer_limit: -1 },
  { type: 'free_text', description: 'What do you like and dislike?' },
  { type: 'slider', description: 4, options: [1, null, { label: {} }] },
])('of %j there is nothing to say but what is missing in odd ones', (item) => {
  expect(found(item).filter(({ kind }) => kind !== 'no-words' && kind !== 'no-way-out')).toEqual([])
})

test('a page that asks about an item shows something of it, where there is something to show', () => {
  const pages = layoutOf({ type: 'free_text', description: 'Why?' })
  expect(checkQuestionnaire(pages)).toEqual([
    expect.objectContaining({ kind: 'nothing-of-item', at: { page: 0 } }),
  ])
  expect(checkQuestionnaire(pages, null)).toEqual([])
  expect(checkQuestionnaire(layoutOf({ type: 'rich_text', content: 'x' }))).toEqual([])
})

test('columns that are never shown are named', () => {
  const sentences = (columns: string[]) =>
    checkQuestionnaire(layoutOf(column), columns).map(({ sentence }) => sentence)
  expect(sentences(['text'])).toEqual([])
  expect(sentences(['text', 'id'])).toEqual(['“id” is a column that participants never see.'])
  expect(sentences(['a', 'text', 'b', 'c'])).toEqual([
    '“a”, “b” and “c” are columns that participants never see.',
  ])
})

test('the time for an item grows with its words and questions', () => {
  const short = secondsPerItem(layoutOf(column, choice('Good?', 'Yes', 'No')), () => 23)
  const long = secondsPerItem(layoutOf(column, choice('Good?', 'Yes', 'No')), () => 230)
  expect(long - short).toBeCloseTo(54)
  const typed = { type: 'free_text', description: 'Why?', validation: { type: 'string', min: 300 } }
  expect(secondsPerItem(layoutOf(typed))).toBeGreaterThan(100)
  expect([3, 42, 100].map(aboutHowLong)).toEqual([
    'About 5 seconds',
    'About 40 seconds',
    'About 2 minutes',
  ])
})
