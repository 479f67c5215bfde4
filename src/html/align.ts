/** How many entries may differ before a closer look costs more than it tells. */
const MOST_STEPS = 600

/**
 * The pairs of indexes at which two lists agree, in order and as many as possible (Myers' shortest
 * edit). Lists that differ in more than `MOST_STEPS` entries agree in their common start and end only.
 */
export function align(one: readonly string[], other: readonly string[]): [number, number][] {
  let start = 0
  const shorter = Math.min(one.length, other.length)
  while (start < shorter && one[start] === other[start]) start += 1
  let kept = 0
  while (kept < shorter - start && one.at(-1 - kept) === other.at(-1 - kept)) kept += 1

  const before = one.slice(start, one.length - kept)
  const after = other.slice(start, other.length - kept)
  const middle = before.length > 0 && after.length > 0 ? alignMiddle(before, after) : []
  return [
    ...numbers(start).map((index): [number, number] => [index, index]),
    ...middle.map(([a, b]): [number, number] => [a + start, b + start]),
    ...numbers(kept).map((index): [number, number] => [
      one.length - kept + index,
      other.length - kept + index,
    ]),
  ]
}

function alignMiddle(one: readonly string[], other: readonly string[]): [number, number][] {
  /** For each number of steps: how far each diagonal reached. */
  const reached: Map<number, number>[] = []
  const most = Math.min(one.length + other.length, MOST_STEPS)
  let frontier = new Map([[1, 0]])
  for (let steps = 0; steps <= most; steps += 1) {
    reached.push(frontier)
    const next = new Map<number, number>()
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = furthest(frontier, diagonal, steps)
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x += 1
      next.set(diagonal, x)
      if (x >= one.length && x - diagonal >= other.length) return walkBack(one, other, reached)
    }
    frontier = next
  }
  return []
}

/** Where the next step begins on a diagonal: after an entry left out of one list, or of the other. */
function furthest(frontier: Map<number, number>, diagonal: number, steps: number): number {
  const above = frontier.get(diagonal + 1) ?? -1
  const below = frontier.get(diagonal - 1) ?? -1
  return diagonal === -steps || (diagonal !== steps && below < above) ? above : below + 1
}

function walkBack(
  one: readonly string[],
  other: readonly string[],
  reached: readonly Map<number, number>[],
): [number, number][] {
  const pairs: [number, number][] = []
  let x = one.length
  let y = other.length
  for (let steps = reached.length - 1; steps >= 0; steps -= 1) {
    const frontier = reached[steps] ?? new Map<number, number>()
    const diagonal = x - y
    const begin = furthest(frontier, diagonal, steps)
    while (x > begin && x > 0 && y > 0) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    const above = frontier.get(diagonal + 1) ?? -1
    const below = frontier.get(diagonal - 1) ?? -1
    const down = diagonal === -steps || (diagonal !== steps && below < above)
    x = down ? above : below
    y = x - (down ? diagonal + 1 : diagonal - 1)
  }
  return pairs.toReversed()
}

function numbers(count: number): number[] {
  return [...Array(count).keys()]
}
