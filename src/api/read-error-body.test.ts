// @vitest-environment node
import { expect, test } from 'vitest'
import { readErrorBody } from './read-error-body.ts'

const read = (body: unknown) => readErrorBody(JSON.stringify(body))

test.each([
  ['the nested envelope', { error: { status: 400, title: 'Bad', detail: 'No such study' } }],
  ['the nested envelope without a code', { error: { title: 'Bad', detail: 'No such study' } }],
  ['the flat shape', { message: 'Bad request', detail: 'No such study' }],
  ['a bare detail', { detail: 'No such study' }],
  ['a bare message', { message: 'No such study' }],
  ['several details', { error: { title: 'Bad', detail: ['No such', 'study'] } }],
  ['a title without a detail', { error: { title: 'No such study' } }],
  ['a title alone', { error: { title: 'No such study', detail: null } }],
  ['a bare string', 'No such study'],
])('the words are found in %s', (_, body) => {
  expect(read(body)).toEqual({ detail: 'No such study', fields: {}, issues: [] })
})

test('a field map names each field by its path', () => {
  const detail = {
    name: ['This field is required.'],
    task_details: { task_steps: ['Too long.', 'Too loud.'], task_name: 'Odd.' },
  }
  expect(read({ error: { title: 'Bad', detail } })).toEqual({
    detail: 'This field is required. Too long. Too loud. Odd.',
    fields: {
      name: ['This field is required.'],
      'task_details.task_steps': ['Too long.', 'Too loud.'],
      'task_details.task_name': ['Odd.'],
    },
    issues: [],
  })
})

test('a field map without an envelope is read too', () => {
  expect(read({ workspace_id: ['Unknown.'] }).fields).toEqual({ workspace_id: ['Unknown.'] })
})

test('a list under a field may hold objects: messages, or the fields of a part', () => {
  const body = {
    task_details: [{ task_name: ['Too long.'] }, { task_name: ['Too loud.'] }],
    dataset_id: [{ message: 'No such dataset.', code: 'x' }],
  }
  expect(read(body)).toEqual({
    detail: 'Too long. Too loud. No such dataset.',
    fields: {
      'task_details.task_name': ['Too long.', 'Too loud.'],
      dataset_id: ['No such dataset.'],
    },
    issues: [],
  })
})

test('a list of objects that is about no field gives their words', () => {
  const detail = [{ message: 'No such', code: 1 }, { message: 'study' }]
  expect(read({ error: { title: 'Bad', detail } })).toMatchObject({
    detail: 'No such study',
    fields: {},
  })
})

test('a field that is named without a word stays named, and the title speaks', () => {
  expect(read({ error: { title: 'Bad request', detail: { name: [] } } })).toEqual({
    detail: 'Bad request',
    fields: { name: [] },
    issues: [],
  })
  expect(read({ name: [] })).toEqual({ detail: '', fields: { name: [] }, issues: [] })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a field called %s is one like any other',
  (name) => {
    const { detail, fields } = readErrorBody(`{"${name}":["No."],"a":{"${name}":["Nor this."]}}`)
    expect(detail).toBe('No. Nor this.')
    expect(Object.entries(fields)).toEqual([
      [name, ['No.']],
      [`a.${name}`, ['Nor this.']],
    ])
  },
)

test('faults of a layout keep their places, and gaps in them do no harm', () => {
  const issue = { page: 0, row: 1, column: 0, item: 2, type: 'free_text', message: 'is required' }
  const { detail, issues } = read({
    type: 'INVALID_BATCH_ITEMS',
    message: 'Not valid',
    issues: [issue, { page: 'first', message: 7 }],
  })
  expect(detail).toBe('Not valid')
  expect(issues).toMatchObject([
    { ...issue, field: null },
    { page: null, row: null, type: '', message: '' },
  ])
})

test.each([
  ['plain text', 'upstream timed out', 'upstream timed out'],
  ['nothing', '', ''],
  [
    'an HTML page',
    '<html><script>steal()</script><h1>Bad</h1> <p>gateway</p></html>',
    'Bad gateway',
  ],
  ['HTML within JSON', JSON.stringify({ detail: '<h1>Bad</h1> gateway' }), 'Bad gateway'],
  ['an unknown shape', JSON.stringify({ error: 'unauthorized' }), 'unauthorized'],
  ['truncated JSON', '{"error": {"title": "Ba', '{"error": {"title": "Ba'],
])('%s becomes readable words', (_, body, words) => {
  expect(readErrorBody(body).detail).toBe(words)
})

test('a body that is nested without end is read all the same', () => {
  const depth = 50_000
  const body = `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`
  expect(readErrorBody(body).fields).toEqual({})
})

test.each([
  ['a detail', JSON.stringify({ error: { title: 'Bad', detail: 'x'.repeat(200_000) } })],
  ['a page', `<html><p>${'word '.repeat(40_000)}</p></html>`],
  ['a field', JSON.stringify({ name: ['y'.repeat(200_000)] })],
])('%s of 200 KB is cut to a readable length', (_, body) => {
  const { detail, fields } = readErrorBody(body)
  for (const words of [detail, ...Object.values(fields).flat()]) {
    expect(words.length).toBeLessThanOrEqual(501)
    expect(words).toMatch(/…$/)
  }
})
