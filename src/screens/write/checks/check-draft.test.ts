import { expect, test } from 'vitest'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { checkDraft } from './check-draft.ts'

const check = (changes: Partial<BatchDraft>) =>
  checkDraft({ ...exampleDraft('practice'), ...changes })

test('there is nothing to say about the documented example', () => {
  expect(checkDraft(exampleDraft('practice'))).toMatchObject({
    mustFix: [],
    mayDisappear: [],
    worthALook: [],
  })
})

test('what is missing is to be fixed', () => {
  expect(checkDraft(blankTexts).mustFix.map(({ field }) => field)).toEqual([
    'taskTitle',
    'introduction',
    'steps',
    'batchName',
    'workspaceId',
  ])
})

test('what may disappear follows from what Prolific is taken to keep', () => {
  const steps = '<h3>First</h3><p>a<br>b</p><table></table>'
  const what = (keeps: BatchDraft['keeps']) =>
    check({ steps, keeps }).mayDisappear.map((finding) => finding.what)
  expect(what('published')).toEqual(['Small heading', 'Line break', 'Table'])
  expect(what('basic')).toEqual(['Table'])
  expect(what('safe')).toEqual([])
})

test('the text that was not touched is not checked again', () => {
  const introduction = '<h3>Same</h3>'
  const [before] = check({ introduction, steps: '<h3>a</h3>' }).mayDisappear
  const [after] = check({ introduction, steps: '<h3>b</h3>' }).mayDisappear
  expect(after).toBe(before)
})

test('a text that is too long is left to its own error', () => {
  const { mustFix, mayDisappear } = check({ steps: `<h3>${'a'.repeat(600_000)}</h3>` })
  expect(mustFix).toHaveLength(1)
  expect(mayDisappear).toEqual([])
})

test.each([
  ['Rate reviews', undefined],
  ['Ratings > 3', undefined],
  ['Rate <b>all</b>', 'If Prolific treats it as text: “Rate <b>all</b>”. As HTML: “Rate all”.'],
  ['<img>', 'If Prolific treats it as text: “<img>”. As HTML: nothing at all.'],
  ['5 &lt; 6', 'If Prolific treats it as text: “5 &lt; 6”. As HTML: “5 < 6”.'],
  [
    'Q & A',
    'It contains “<” or “&”. It should read “Q & A” both as text and as HTML, but “and” or “less than” would be safer.',
  ],
])('the title “%s” is shown in both readings', (taskTitle, advice) => {
  expect(check({ taskTitle }).worthALook[0]?.advice).toBe(advice)
})

test('a placeholder in the title is named', () => {
  expect(check({ taskTitle: 'Rate {{product}}' }).worthALook).toEqual([
    expect.objectContaining({ field: 'taskTitle', quote: '{{product}}' }),
  ])
})

test('placeholders are counted wherever they are', () => {
  expect(check({ taskTitle: '[number] reviews', steps: '<p>[sic] [your lab]</p>' }).toFillIn).toBe(
    2,
  )
  expect(checkDraft(exampleDraft('practice')).toFillIn).toBe(0)
})

const pageOf = (...items: unknown[]) => ({ rows: [{ columns: [{ items }] }] })
const column = { type: 'dataset_field', field: 'review' }
const of = (first: string | null, ...names: string[]) =>
  names.map((key) => ({ key, label: key, type: 'text', first }))

test('questions that may be better are named with their place, and never block', () => {
  const yesNo = {
    type: 'multiple_choice',
    description: 'Is it clear?',
    answer_limit: 1,
    options: [
      { label: 'Yes', value: 1 },
      { label: 'No', value: 2 },
    ],
  }
  const { mustFix, worthALook } = check({ questions: JSON.stringify([pageOf(column, yesNo)]) })
  expect(mustFix).toEqual([])
  expect(worthALook).toEqual([
    expect.objectContaining({
      field: 'questions',
      what: 'No neutral choice',
      quote: 'Is it clear?',
      at: { page: 0, row: 0, column: 0, item: 1 },
    }),
  ])
})

test('a column that the dataset does not have is to be fixed', () => {
  const draft = { ...exampleDraft('practice'), questions: JSON.stringify([pageOf(column)]) }
  expect(checkDraft(draft, of(null, 'text')).mustFix).toEqual([
    expect.objectContaining({
      quote: 'review',
      advice: 'The dataset has no column “review”. It has: text.',
      at: { page: 0, row: 0, column: 0, item: 0 },
    }),
  ])
  expect(checkDraft(draft, of(null, 'review')).mustFix).toEqual([])
  expect(checkDraft(draft).mustFix).toEqual([])
})

test('an item takes as long as its words in the data', () => {
  const draft = { ...exampleDraft('practice'), questions: JSON.stringify([pageOf(column)]) }
  const words = Array.from({ length: 460 }, () => 'word').join(' ')
  expect(checkDraft(draft, of(words, 'review')).perItem).toBe('About 2 minutes')
  expect(checkDraft(draft, of('word', 'review')).perItem).toBe('About 5 seconds')
  expect(check({ questions: '' }).perItem).toBeNull()
})

test('placeholders in questions are counted as those in texts', () => {
  const asks = { type: 'free_text', description: 'What is {{name}}?' }
  const found = check({ questions: JSON.stringify([pageOf(column, asks)]) })
  expect(found.toFillIn).toBe(1)
  expect(found.worthALook).toContainEqual(expect.objectContaining({ quote: '{{name}}' }))
})
