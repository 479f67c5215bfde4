/** A stretch of one list that stands where a stretch of the other stood; either may be empty. */
export type Change = {
  beforeStart: number
  beforeEnd: number
  afterStart: number
  afterEnd: number
}

/** Beyond this many, two texts have so little in common that more looking explains nothing. */
const MOST_EDITS = 1_500

/**
 * How to get from one list to another with the fewest removals and additions (Myers, "An O(ND)
 * difference algorithm", 1986), in order. Lists that differ in more than `MOST_EDITS` places come out
 * as one change between what they have in common at both ends.
 */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1

  const left = before.slice(start, before.length - end)
  const right = after.slice(start, after.length - end)
  const changes: Change[] = []
  let x = 0
  let y = 0
  for (const [nextX, nextY] of [...matches(left, right), [left.length, right.length] as const]) {
    if (nextX > x || nextY > y) {
      changes.push({
        beforeStart: start + x,
        beforeEnd: start + nextX,
        afterStart: start + y,
        afterEnd: start + nextY,
      })
    }
    x = nextX + 1
    y = nextY + 1
  }
  return changes
}

/** Pairs of positions that stay, in order; none when there are too many edits. */
function matches(left: readonly string[], right: readonly string[]): [number, number][] {
  const most = Math.min(left.length + right.length, MOST_EDITS)
  // How far along `left` the best path with so many edits has come, by diagonal (x minus y).
  const reach = new Int32Array(2 * most + 3)
  const history: (typeof reach)[] = []
  const reachOn = (diagonal: number, then = reach) => then[diagonal + most + 1] ?? 0
  const comesFromAbove = (diagonal: number, edits: number, then = reach) =>
    diagonal === -edits ||
    (diagonal !== edits && reachOn(diagonal - 1, then) < reachOn(diagonal + 1, then))

  for (let edits = 0; edits <= most; edits += 1) {
    history.push(reach.slice())
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = comesFromAbove(diagonal, edits) ? reachOn(diagonal + 1) : reachOn(diagonal - 1) + 1
      while (x < left.length && left[x] === right[x - diagonal]) x += 1
      reach[diagonal + most + 1] = x
      if (x >= left.length && x - diagonal >= right.length) return walkBack()
    }
  }
  return []

  function walkBack() {
    const pairs: [number, number][] = []
    let x = left.length
    let y = right.length
    for (let edits = history.length - 1; edits >= 0; edits -= 1) {
      const then = history[edits]
      const diagonal = x - y
      const fromAbove = comesFromAbove(diagonal, edits, then)
      const cameX = reachOn(fromAbove ? diagonal + 1 : diagonal - 1, then)
      const cameY = cameX - (fromAbove ? diagonal + 1 : diagonal - 1)
      while (x > cameX && y > cameY) pairs.push([(x -= 1), (y -= 1)])
      x = cameX
      y = cameY
    }
    return pairs.toReversed()
  }
}
