// @vitest-environment node
import { expect, test } from 'vitest'
import { fieldsOfFailure, unknownFieldsIn } from './fields-of-failure.ts'

const refusal = { kind: 'rejected', status: 400, detail: '', fields: {}, issues: [] } as const

test('a field map leads to the fields of the screen', () => {
  const fields = { name: ['Too long.', 'Taken.'], 'task_details.task_steps': ['No.'], odd: ['?'] }
  expect(fieldsOfFailure({ ...refusal, fields })).toEqual([
    { field: 'batchName', message: 'Too long. Taken.' },
    { field: 'steps', message: 'No.' },
  ])
})

test('what lies within a field of the screen leads to it', () => {
  const fields = { 'task_details.task_steps.0': ['No.'], 'batch_items.0.type': ['Odd.'] }
  expect(fieldsOfFailure({ ...refusal, fields })).toEqual([
    { field: 'steps', message: 'No.' },
    { field: 'questions', message: 'Odd.' },
  ])
})

test('a field that is refused without a reason is named all the same', () => {
  expect(fieldsOfFailure({ ...refusal, fields: { name: [] } })).toEqual([
    { field: 'batchName', message: 'Refused without a reason.' },
  ])
})

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a refused field called %s is no field of the screen, and is named',
  (path) => {
    const failure = { ...refusal, fields: Object.fromEntries([[path, ['bad']]]) }
    expect(fieldsOfFailure(failure)).toEqual([])
    expect(unknownFieldsIn(failure)).toEqual([path])
  },
)

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

test('a missing workspace is recognized by the words', () => {
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
