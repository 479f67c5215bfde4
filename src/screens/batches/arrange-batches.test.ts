// @vitest-environment node
import { expect, test } from 'vitest'
import { Batch } from '#contract/answers.ts'
import { namedLike, newestFirst } from './arrange-batches.ts'

const batch = (name: string, created_at: string | null = null) =>
  Batch.parse({ id: name, name, created_at })
const names = (batches: readonly Batch[]) => batches.map(({ name }) => name)

test('the newest comes first, and what has no time comes last', () => {
  const batches = [
    batch('timeless'),
    batch('old', '2026-01-02T03:04:05.006Z'),
    batch('new', '2026-11-24T00:00:00Z'),
    batch('odd', 'yesterday'),
  ]
  expect(names(newestFirst(batches))).toEqual(['new', 'old', 'timeless', 'odd'])
})

test('words are found anywhere in a name, in any case, with space around them', () => {
  const batches = [batch('Pilot study'), batch('Main STUDY'), batch('Übung')]
  expect(names(namedLike(batches, ' study '))).toEqual(['Pilot study', 'Main STUDY'])
  expect(names(namedLike(batches, 'üb'))).toEqual(['Übung'])
  expect(names(namedLike(batches, '  '))).toHaveLength(3)
})

test('& is found in a name that is stored with &amp;, and the other way round', () => {
  const batches = [batch('R&D'), batch('R&amp;D'), batch('Rand')]
  expect(names(namedLike(batches, 'r&d'))).toEqual(['R&D', 'R&amp;D'])
  expect(names(namedLike(batches, 'r&amp;d'))).toEqual(['R&D', 'R&amp;D'])
})
