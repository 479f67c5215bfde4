import { expect, test } from 'vitest'
import { fieldsOfFailure } from './fields-of-failure.ts'

const refusal = { kind: 'rejected', status: 400, detail: '', fields: {}, issues: [] } as const

test('a field map leads to the fields of the screen', () => {
  const fields = { name: ['Too long.', 'Taken.'], 'task_details.task_steps': ['No.'], odd: ['?'] }
  expect(fieldsOfFailure({ ...refusal, fields })).toEqual([
    { field: 'batchName', message: 'Too long. Taken.' },
    { field: 'steps', message: 'No.' },
  ])
})

test('faults of the questions come with their place, counted from one', () => {
  const place = { page: 0, row: 1, column: 0, item: 2 }
  const issues = [{ ...place, type: 'dataset_field', field: 'text', message: 'unknown' }]
  expect(fieldsOfFailure({ ...refusal, status: 422, issues })).toEqual([
    {
      field: 'questions',
      message: 'Page 1, row 2, column 1, item 3 (dataset_field "text"): unknown',
    },
  ])
})

test('a missing workspace is recognised by the words', () => {
  const missing = { kind: 'missing', detail: 'Workspace not found.', feature: false } as const
  expect(fieldsOfFailure(missing)).toEqual([
    { field: 'workspaceId', message: 'Workspace not found.' },
  ])
  expect(fieldsOfFailure({ ...missing, feature: true })).toEqual([])
})

test('a failure that is about no field names none', () => {
  expect(fieldsOfFailure({ kind: 'unreachable' })).toEqual([])
  expect(fieldsOfFailure({ ...refusal, detail: 'No.' })).toEqual([])
})
