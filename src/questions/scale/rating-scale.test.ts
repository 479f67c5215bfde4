// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBatchItems } from '#contract/questions/batch-items.ts'
import { firstEnds, pointsOfWords, presetOf, presets } from './presets.ts'
import { readScale, scaleAround, writeScale } from './rating-scale.ts'

const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '')
const scales = fc.record({
  leadIn: fc.option(words, { nil: '' }).map((text) => text.trim()),
  statements: fc.array(words, { minLength: 1, maxLength: 4 }),
  points: fc.oneof(
    fc.constantFrom(...presets.map((preset) => preset.points(firstEnds))),
    fc.array(words, { minLength: 2, maxLength: 8 }).map(pointsOfWords),
  ),
})

test('what is written is read again, and it is valid', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      const items = writeScale(scale)
      expect(readScale(items)).toEqual(scale)
      expect(checkBatchItems([{ rows: [{ columns: [{ items }] }] }])).toEqual([])
    }),
  )
})

const scale = {
  leadIn: 'How much do you agree? <b> & “so”',
  statements: ['It is clear.', 'It is long.'],
  points: pointsOfWords(['No', 'Perhaps', 'Yes']),
}
const items = writeScale(scale)

test('a scale of numbers has words at its ends and strings for values', () => {
  const [question] = writeScale({
    leadIn: '',
    statements: ['Good?'],
    points: presets[1]?.points({ low: 'bad', high: 'good' }) ?? [],
  })
  expect(question).toEqual({
    type: 'multiple_choice',
    description: 'Good?',
    answer_limit: 1,
    disable_dropdown: true,
    options: [
      { label: '1: bad', value: '1' },
      { label: '2', value: '2' },
      { label: '3', value: '3' },
      { label: '4', value: '4' },
      { label: '5', value: '5' },
      { label: '6', value: '6' },
      { label: '7: good', value: '7' },
    ],
  })
})

test.each(presets)('$name is found again by its steps', (preset) => {
  const ends = preset.hasEnds ? { low: 'a: b', high: '' } : firstEnds
  expect(presetOf(preset.points(ends))).toEqual({ preset, ends })
})

test('steps of somebody’s own are no preset', () => {
  expect(presetOf(pointsOfWords(['No', 'Yes']))).toBeNull()
})

describe('what would be written differently is no scale', () => {
  const [leadIn, first, second] = items
  test.each([
    ['an id', [leadIn, { ...first, id: 'x' }, second]],
    ['a helper text', [leadIn, { ...first, helper_text: 'x' }, second]],
    ['a list that folds up', [leadIn, { ...first, disable_dropdown: false }, second]],
    ['other steps', [leadIn, first, { ...second, options: [{ label: 'x', value: '1' }] }]],
    ['a text in bold', [{ type: 'rich_text', content: '<p><b>x</b></p>' }, first, second]],
    ['Markdown', [{ ...leadIn, content_format: 'markdown' }, first, second]],
    ['no question', [leadIn]],
    ['nothing', []],
    ['odd items', [null, 3]],
  ])('%s', (_what, changed) => {
    expect(readScale(changed)).toBeNull()
  })
})

test('a scale is found around each of its items, and around no other', () => {
  const other = { type: 'free_text', description: 'Why?' }
  const column = [other, ...items, other, ...items.slice(1, 2)]
  for (const index of [1, 2, 3]) {
    expect(scaleAround(column, index)).toEqual({ start: 1, length: 3, scale })
  }
  for (const index of [0, 4, 5]) expect(scaleAround(column, index)).toBeNull()
})
