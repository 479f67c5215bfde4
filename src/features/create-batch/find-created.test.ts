import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { Batch } from '#contract/read-batch.ts'
import { findCreated } from './find-created.ts'

const sentAt = Date.parse('2026-11-24T14:02:31Z')
const stored = (change: object) =>
  Batch.parse({
    ...documentedExample,
    id: 'found',
    created_at: '2026-11-24T14:02:32.100Z',
    ...change,
  })
const found = (change: object) => findCreated([stored(change)], documentedExample, sentAt).length

test('the batch with the same name and texts is found', () => {
  expect(found({})).toBe(1)
})

test('a server may write the same HTML in another way', () => {
  const task_introduction = documentedExample.task_details.task_introduction.replaceAll('p>', 'P>')
  expect(found({ task_details: { ...documentedExample.task_details, task_introduction } })).toBe(1)
})

test('a namesake with other texts, or from yesterday, is not it', () => {
  const task_details = { ...documentedExample.task_details, task_name: 'Other' }
  expect(found({ task_details })).toBe(0)
  expect(found({ name: 'Other' })).toBe(0)
  expect(found({ created_at: '2026-11-23T14:02:32Z' })).toBe(0)
})

test('a batch without a readable time stays in question', () => {
  expect(found({ created_at: null })).toBe(1)
})
