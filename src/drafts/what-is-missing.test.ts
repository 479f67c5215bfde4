import { expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { whatIsMissing } from './what-is-missing.ts'

const complete = {
  ...blankTexts,
  taskTitle: 'Rate reviews',
  introduction: '<p>Read each review.</p>',
  steps: '<p>Rate it.</p>',
  batchName: 'Reviews',
  workspaceId: '6278acb0',
  questions: JSON.stringify(sampleBatchItems),
}

test('a complete task lacks nothing', () => {
  expect(whatIsMissing(complete)).toBeNull()
})

test('required fields come first, all of them in one line', () => {
  expect(whatIsMissing({ ...complete, steps: '', workspaceId: ' ', questions: '{' })).toEqual({
    field: 'steps',
    count: '2 things missing',
    names: 'Steps, Workspace',
  })
})

test('questions that cannot be sent count as much as a missing field', () => {
  expect(whatIsMissing({ ...complete, questions: '[{' })).toMatchObject({
    field: 'questions',
    count: '1 problem to fix',
  })
  expect(whatIsMissing({ ...complete, questions: '[]' })?.field).toBe('questions')
})

test('placeholders are named where they stand', () => {
  expect(
    whatIsMissing({ ...complete, introduction: '<p>By <b>[your lab]</b> and [your lab].</p>' }),
  ).toEqual({ field: 'introduction', count: 'Placeholders left', names: '[your lab]' })
})

test('a task without questions cannot be set up', () => {
  expect(whatIsMissing({ ...complete, questions: ' ' })).toEqual({
    field: 'questions',
    count: 'No questions yet',
    names: 'needed to set up the batch',
  })
})

test('placeholders in questions count as well', () => {
  const asks = { type: 'free_text', description: 'What is {{name}}?' }
  const questions = JSON.stringify([{ rows: [{ columns: [{ items: [asks] }] }] }])
  expect(whatIsMissing({ ...complete, questions })).toEqual({
    field: 'questions',
    count: 'Placeholders left',
    names: '{{name}}',
  })
})

test('columns that the dataset does not have are named, where its columns are known', () => {
  expect(whatIsMissing(complete, ['text'])).toEqual({
    field: 'questions',
    count: 'Not in the dataset',
    names: 'review',
  })
  expect(whatIsMissing(complete, ['review'])).toBeNull()
})
