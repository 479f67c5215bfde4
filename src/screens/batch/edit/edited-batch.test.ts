// @vitest-environment node
import { expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'
import { documentedExample } from '#contract/examples.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import { byteLength } from '#html/parse/limits.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { editedBatch } from './edited-batch.ts'

const nothing = { questions: '', dataset: '' }

test('texts that fit one by one are refused when the request would be a byte too long', () => {
  const half = 'a'.repeat(500_000)
  const texts = textsOf(documentedExample.task_details)
  const draft = { ...texts, introduction: half, steps: 'b', questions: '', datasetId: '' }
  const room = MAX_BODY_BYTES - byteLength(encodeBody({ task_details: toTaskDetails(draft) }))
  const filled = (bytes: number) =>
    editedBatch(nothing).safeParse({ ...draft, steps: `b${'a'.repeat(bytes)}` }).error?.issues
  expect(filled(room)).toBeUndefined()
  expect(filled(room + 1)).toMatchObject([
    { path: ['steps'], message: 'All texts together are longer than 1 MB. Shorten them.' },
  ])
})

const asked = { type: 'free_text', description: 'Why?' }
const slider = { type: 'slider', description: 'How much?', steps: 5 }
const layoutOf = (...items: unknown[]) =>
  JSON.stringify([{ rows: items.map((item) => ({ columns: [{ items: [item] }] })) }])
const faults = (questions: string, stored: string) =>
  editedBatch({ questions: stored, dataset: '' })
    .safeParse({ ...textsOf(documentedExample.task_details), questions, datasetId: '' })
    .error?.issues.map(({ path, message }) => [...path, message])

test('what is stored already stands in nobody’s way, and new faults do', () => {
  const stored = layoutOf(slider)
  expect(faults(stored, stored)).toBeUndefined()
  expect(faults(layoutOf(asked, slider), stored)).toBeUndefined()
  expect(faults(layoutOf({ ...slider, steps: 6 }), stored)).toMatchObject([
    ['questions', expect.stringMatching(/^Page 1, row 1, column 1, item 1 \(slider\)/)],
  ])
  expect(faults(layoutOf({ type: 'free_text' }, slider), stored)).toMatchObject([
    ['questions', expect.stringContaining('description is required')],
  ])
})

test('questions can be changed, added and all removed, and broken ones cannot be stored', () => {
  expect(faults('', '')).toBeUndefined()
  expect(faults(layoutOf(asked), '')).toBeUndefined()
  for (const none of ['', ' ', '[ ]\n']) expect(faults(none, layoutOf(asked))).toBeUndefined()
  for (const none of ['null', '[{', '[{}]']) {
    expect(faults(none, layoutOf(asked))).toMatchObject([['questions', expect.any(String)]])
  }
})

test('a dataset can be attached and changed, and not removed', () => {
  const texts = { ...textsOf(documentedExample.task_details), questions: '' }
  const issues = (datasetId: string, dataset: string) =>
    editedBatch({ questions: '', dataset }).safeParse({ ...texts, datasetId }).error?.issues
  expect(issues('', '')).toBeUndefined()
  expect(issues('one', '')).toBeUndefined()
  expect(issues('other', 'one')).toBeUndefined()
  expect(issues('', 'one')).toMatchObject([{ path: ['datasetId'] }])
})
