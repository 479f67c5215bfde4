// @vitest-environment node
import { expect, test } from 'vitest'
import { drop, type DropPlace } from './move-items.ts'

const one = { type: 'free_text', description: 'One?', kept: [1] }
const two = { type: 'free_text', description: 'Two?' }
const text = { type: 'rich_text', content: 'Hello' }
const row = (...columns: unknown[][]) => ({ columns: columns.map((items) => ({ items })) })
const intro = { display_position: 'intro', rows: [row([text])] }
const at = (page: number, line: number, column = 0, item = 0) => ({ page, row: line, column, item })
const beside = (page: number, line: number, column: 0 | 1): DropPlace => ({
  beside: { page, row: line },
  column,
})
const dropped = (layout: unknown, from: ReturnType<typeof at>, place: DropPlace) => {
  const { source, at: now } = drop(JSON.stringify(layout), from, place)
  return { layout: JSON.parse(source) as unknown, now }
}

test.each([
  ['the right of the row above', at(0, 1), beside(0, 0, 1), [row([one], [two])], at(0, 0, 1)],
  ['the left of the row above', at(0, 1), beside(0, 0, 0), [row([two], [one])], at(0, 0, 0)],
  ['the left of the row below', at(0, 0), beside(0, 1, 0), [row([one], [two])], at(0, 0, 0)],
])('a card goes to %s', (_, from, place, rows, now) => {
  expect(dropped([{ rows: [row([one]), row([two])] }], from, place)).toEqual({
    layout: [{ rows }],
    now,
  })
})

test('a card goes beside what it shares a column with', () => {
  const layout = [{ rows: [row([one, two])] }]
  expect(dropped(layout, at(0, 0, 0, 0), beside(0, 0, 0))).toEqual({
    layout: [{ rows: [row([one], [two])] }],
    now: at(0, 0, 0),
  })
  expect(dropped(layout, at(0, 0, 0, 0), beside(0, 0, 1))).toEqual({
    layout: [{ rows: [row([two], [one])] }],
    now: at(0, 0, 1),
  })
})

test('a page that a card leaves empty goes with it', () => {
  const layout = [{ rows: [row([one])] }, { rows: [row([two])] }]
  expect(dropped(layout, at(0, 0), beside(1, 0, 1))).toEqual({
    layout: [{ rows: [row([two], [one])] }],
    now: at(0, 0, 1),
  })
})

test.each([
  ['a page that cannot hold it', [intro, { rows: [row([one])] }], at(1, 0), beside(0, 0, 1)],
  ['a row of two columns', [{ rows: [row([one]), row([two], [two])] }], at(0, 0), beside(0, 1, 1)],
  ['its own row, which holds nothing else', [{ rows: [row([one])] }], at(0, 0), beside(0, 0, 1)],
  [
    'a gap of a page that cannot hold it',
    [intro, { rows: [row([one])] }],
    at(1, 0),
    { gap: at(0, 0) },
  ],
])('it stays where it is when it is dropped on %s', (_, layout, from, place) => {
  expect(dropped(layout, from, place)).toEqual({ layout, now: from })
})
