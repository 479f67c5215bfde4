// @vitest-environment node
import { expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { documentedExample } from '#contract/examples.ts'
import { readPasted } from './read-pasted.ts'
import { expectedTexts } from '#import/requests/testing/print-request.ts'

const request = {
  name: 'A “name” \\ with {brackets [ and \n lines',
  workspace_id: '6278acb09062db3b35bcbeb0',
  task_details: {
    task_name: 'T',
    task_introduction: '<p>"I" // it</p>\n',
    task_steps: '<p>S\u0007</p>',
  },
  dataset_id: 'd1',
  batch_items: sampleBatchItems,
}
const expected = expectedTexts(request)
const read = (text: string) => readPasted(text, 'practice')
const isMissing = (notes: readonly string[] = []) =>
  notes.some((note) => /end .* missing/.test(note))

test.each([
  ['on one line', JSON.stringify(request)],
  ['indented', JSON.stringify(request, null, 2)],
  ['with line breaks inside texts', JSON.stringify(request, null, 2).replaceAll('\\n', '\n')],
  ['below its headers', `HTTP/2 200\nserver: x\n\n${JSON.stringify(request, null, 2)}`],
  ['in a sentence', `Could you look at this one? ${JSON.stringify(request)}`],
])('JSON %s that is cut off anywhere gives all that is left of it, and says so', (_name, whole) => {
  const nameAt = whole.indexOf('task_details')
  for (let length = nameAt + 40; length < whole.length; length += 1) {
    const { drafts } = read(whole.slice(0, length))
    expect(drafts).toHaveLength(1)
    const { texts } = drafts[0]?.draft ?? {}
    expect(texts).toMatchObject({
      batchName: expected.batchName,
      workspaceId: expected.workspaceId,
    })
    expect(isMissing(drafts[0]?.notes)).toBe(true)
    for (const field of ['taskTitle', 'introduction', 'steps', 'datasetId'] as const) {
      expect(expected[field].startsWith(texts?.[field] ?? '?')).toBe(true)
    }
  }
})

test('of a list that is cut off, the last one says so', () => {
  const whole = JSON.stringify({
    results: [documentedExample, { ...documentedExample, name: 'B' }],
  })
  const { drafts } = read(whole.slice(0, -100))
  expect(drafts.map(({ draft }) => draft.texts.batchName)).toEqual([documentedExample.name, 'B'])
  expect(drafts.map(({ notes }) => isMissing(notes))).toEqual([false, true])
})

test.each([
  ['Python', (body: string) => `import requests\npayload = ${body}`],
  ['JavaScript', (body: string) => `const payload = ${body}`],
  ['JavaScript, in a call', (body: string) => `await fetch(url, { body: JSON.stringify(${body}`],
])('a program in %s that ends inside of the request says so', (_name, program) => {
  const body = JSON.stringify(documentedExample, null, 2)
  const { drafts } = read(program(body.slice(0, -20)))
  expect(drafts[0]?.draft.texts.batchName).toBe(documentedExample.name)
  expect(isMissing(drafts[0]?.notes)).toBe(true)
  expect(isMissing(read(program(body)).drafts[0]?.notes)).toBe(false)
})

test('what has more wrong with it than its end is refused', () => {
  const { drafts, problems } = read('{"name": "A", "workspace_id" 1, "dataset_id": "d')
  expect(drafts).toEqual([])
  expect(problems[0]?.reason).toMatch(/not readable JSON/)
})

test('of a request that is no JSON, the details inside that are some are not taken alone', () => {
  const { drafts } = read(
    'p = {"name": f"Batch {n}", "task_details": {"task_name": "T", "task_steps": "S"}}',
  )
  expect(drafts[0]?.notes).toEqual([
    'Batch name is empty: its value is computed when the program runs. Print the JSON and paste the output.',
  ])
})
