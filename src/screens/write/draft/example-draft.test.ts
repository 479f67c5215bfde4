// @vitest-environment node
import { expect, test } from 'vitest'
import { practiceFaults } from '#contract/practice-faults.ts'
import { exampleDraft } from './example-draft.ts'
import { markedName } from './marked-name.ts'

test.each(practiceFaults)('$title marks the batch name once', ({ suffix }) => {
  expect(markedName('Reviews', suffix.trim())).toBe(`Reviews${suffix}`)
  expect(markedName('Reviews !429-wait', suffix.trim())).toBe(`Reviews${suffix}`)
  expect(markedName('', suffix.trim())).toBe(`Rehearsal${suffix}`)
})

test('what is no mark changes nothing', () => {
  expect(markedName('Reviews', '<b>x</b>')).toBe('Reviews')
})

test('the example keeps the failure that is to be rehearsed', () => {
  expect(exampleDraft('practice', 'Rehearsal !500').batchName).toMatch(/ !500$/)
  expect(exampleDraft('practice', 'My own').batchName).not.toMatch(/!/)
})
