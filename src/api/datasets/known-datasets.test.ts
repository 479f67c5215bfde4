// @vitest-environment node
import { expect, test } from 'vitest'
import { Batch } from '#contract/answers.ts'
import { knownDatasets } from './known-datasets.ts'

const using = (...datasets: object[]) => Batch.parse({ id: 'b', datasets })

test('each dataset is known once, with its size and state', () => {
  const known = knownDatasets(
    [
      { id: 'reviews', name: 'Reviews', status: 'READY', total_datapoint_count: 100 },
      {
        id: 'typed',
        name: 'Typed',
        status: 'READY',
        total_datapoint_count: 2000,
        fields: ['review'],
      },
      { id: 'late', name: 'Archive', status: 'PROCESSING', total_datapoint_count: 0 },
    ],
    [
      using({ id: 'reviews', total_datapoint_count: 100 }),
      using({ id: 'theirs', total_datapoint_count: 1, filename: 'theirs.csv' }),
      using({ id: 'dark' }),
    ],
  )
  expect(known).toEqual([
    { id: 'reviews', label: 'Reviews (100 items)', items: 100 },
    { id: 'typed', label: 'Typed (2,000 items, with fields)', items: 2000 },
    { id: 'late', label: 'Archive (still being read)', items: null },
    { id: 'theirs', label: 'theirs.csv (1 item)', items: 1 },
    { id: 'dark', label: 'dark (number of items unknown)', items: null },
  ])
})

test('what a name says already is not said again', () => {
  const fields = ['review']
  const labelOf = (name: string, items: number) =>
    knownDatasets([{ id: 'a', name, status: 'READY', total_datapoint_count: items, fields }], [])[0]
      ?.label
  expect(labelOf('Texts, 120 items', 120)).toBe('Texts, 120 items (with fields)')
  expect(labelOf('Texts, 120 items with fields', 120)).toBe('Texts, 120 items with fields')
  expect(labelOf('Texts, 1,120 items', 120)).toBe('Texts, 1,120 items (120 items, with fields)')
})
