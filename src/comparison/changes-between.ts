import { align } from '#html/align.ts'

/** A stretch of one list that stands where a stretch of the other stood; either may be empty. */
export type Change = {
  beforeStart: number
  beforeEnd: number
  afterStart: number
  afterEnd: number
}

/** What differs between two lists of words, in order. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = []
  const end: [number, number] = [before.length, after.length]
  let x = 0
  let y = 0
  for (const [beforeEnd, afterEnd] of [...align(before, after), end]) {
    if (beforeEnd > x || afterEnd > y) {
      changes.push({ beforeStart: x, beforeEnd, afterStart: y, afterEnd })
    }
    x = beforeEnd + 1
    y = afterEnd + 1
  }
  return changes
}
