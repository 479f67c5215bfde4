import { diffArrays } from 'diff'

/** How many entries may differ before a closer look costs more than it tells. */
const MOST_EDITS = 600

/**
 * The pairs of indexes at which two lists agree, in order and as many as possible. Lists that differ
 * in more than `MOST_EDITS` entries agree in their common start and end only.
 */
export function align(one: readonly string[], other: readonly string[]): [number, number][] {
  const parts = diffArrays([...one], [...other], { maxEditLength: MOST_EDITS })
  if (!parts) return alignEnds(one, other)
  const pairs: [number, number][] = []
  let left = 0
  let right = 0
  for (const { count, added, removed } of parts) {
    if (!added && !removed) pairs.push(...run(left, right, count))
    if (!added) left += count
    if (!removed) right += count
  }
  return pairs
}

function alignEnds(one: readonly string[], other: readonly string[]): [number, number][] {
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return [...run(0, 0, start), ...run(one.length - end, other.length - end, end)]
}

function run(left: number, right: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_entry, index) => [left + index, right + index])
}
