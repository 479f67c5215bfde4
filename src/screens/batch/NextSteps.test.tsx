// @vitest-environment node
import { expect, test } from 'vitest'
import { nextSteps } from './NextSteps.tsx'

const bare = { hasDataset: false, hasQuestions: false, items: null }
const full = { hasDataset: true, hasQuestions: true, items: 100 }
const states = (status: string, facts: typeof bare | typeof full) =>
  nextSteps(status, facts).map(({ state }) => state)

test.each([
  ['UNINITIALISED', bare, ['done', 'open', 'open', 'open', 'open']],
  ['UNINITIALISED', full, ['done', 'done', 'done', 'open', 'open']],
  ['PROCESSING', full, ['done', 'done', 'done', 'running', 'open']],
  ['READY', full, ['done', 'done', 'done', 'done', 'open']],
  ['ERROR', full, ['done', 'done', 'done', 'failed', 'open']],
  ['PAUSED_X', full, ['done', 'done', 'done', 'open', 'open']],
])('%s with %o', (status, facts, expected) => {
  expect(states(status, facts)).toEqual(expected)
})

test('a batch that was set up must have had what set-up needs, whatever its counts say', () => {
  expect(states('READY', bare)).toEqual(['done', 'done', 'done', 'done', 'open'])
})
