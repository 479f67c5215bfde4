// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { groupsOf, groupsSentence, proposedSize } from './set-up-form.ts'

describe('items shared out', () => {
  test.each([
    [100, 10, { groups: 10, last: null }],
    [105, 10, { groups: 11, last: 5 }],
    [5, 10, { groups: 1, last: null }],
    [1, 1, { groups: 1, last: null }],
    [0, 10, null],
    [null, 10, null],
    [100, 0, null],
    [100, 2.5, null],
    [100, Number.NaN, null],
    [100, undefined, null],
  ])('%s by %s', (items, size, made) => {
    expect(groupsOf(items, size)).toEqual(made)
  })
})

const own = 'If your file has its own grouping column, that is used instead.'

test.each([
  [105, 10, `105 items make 11 groups: 10 of 10 and a last one of 5. ${own}`],
  [100, 10, `100 items make 10 groups of 10. ${own}`],
  [12, 6, `12 items make 2 groups of 6. ${own}`],
  [11, 10, `11 items make 2 groups: 1 of 10 and a last one of 1. ${own}`],
  [1, 10, `1 item makes 1 group. ${own}`],
  [100, Number.NaN, own],
  [0, 10, 'This dataset has no items yet. Set-up may be refused.'],
])('%s items by %s read as a sentence', (items, size, sentence) => {
  expect(groupsSentence(items, size)).toBe(sentence)
})

test.each([
  [12, 6],
  [13, 7],
  [100, 10],
  [101, 6],
  [105, 7],
  [120, 10],
  [10, 10],
  [4, 4],
  [0, 10],
  [null, 10],
])('%s items begin with groups of %s', (items, size) => {
  expect(proposedSize(items)).toBe(size)
})

test('an unknown number of items is said to be unknown', () => {
  expect(groupsSentence(null, 10)).toContain('The number of items is not known here')
})
