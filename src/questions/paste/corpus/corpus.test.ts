import { expect, test } from 'vitest'
import { BatchItem } from '#contract/questions/question-item.ts'
import { readPastedQuestions } from '#questions/paste/read-questions.ts'
import { german } from './german.ts'
import { lists } from './lists.ts'
import { mixed } from './mixed.ts'
import { outlineOf } from './outline.ts'
import { romance } from './romance.ts'
import { scales } from './scales.ts'
import { tables } from './tables.ts'

const corpus = [...lists, ...scales, ...tables, ...german, ...romance, ...mixed]

test.each(corpus)('$name', ({ pasted, means }) => {
  const read = readPastedQuestions(pasted)
  expect(outlineOf(read)).toEqual(means)
  for (const item of read.items) expect(BatchItem.safeParse(item).success).toBe(true)
})

test('line ends of Windows and of Word mean the same', () => {
  for (const { pasted, means } of corpus) {
    for (const end of ['\r\n', '\r', '\v'])
      expect(outlineOf(readPastedQuestions(pasted.replaceAll('\n', end)))).toEqual(means)
    expect(outlineOf(readPastedQuestions(pasted.replaceAll(' ', '\u00a0')))).toEqual(means)
  }
})

test('it is large enough to mean something', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(25)
})
