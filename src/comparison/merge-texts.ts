import { TextTooLarge } from '#html/parse/limits.ts'
import { cleanFragment } from '#html/safety/sanitize.ts'
import { withoutEffects } from '#html/show/without-effects.ts'
import { leavesOf, type Leaf } from './leaves.ts'
import { createPainter } from './painter.ts'
import { align } from '#html/compare/align.ts'

/** Words, pictures and ends of lines in both texts together. More would hold up the page. */
const MOST_LEAVES = 60_000

export type Merged =
  /** One text with what was added and removed marked, as nodes that may be put into the page. */
  | { kind: 'shown'; fragment: DocumentFragment }
  /** A reader sees no difference. */
  | { kind: 'alike' }
  /** Too large to be compared. */
  | { kind: 'too-large' }
  /** Something in one of them cannot be read. */
  | { kind: 'unread' }

/** Merges two HTML texts of any origin into one that shows what differs for a reader. */
export function mergeTexts(before: string, after: string): Merged {
  try {
    const left = leavesOf(withoutEffects(cleanFragment(before)))
    const right = leavesOf(withoutEffects(cleanFragment(after)))
    if (left.length + right.length > MOST_LEAVES) return { kind: 'too-large' }
    const changes = changesBetween(keysOf(left), keysOf(right))
    if (changes.length === 0) return { kind: 'alike' }
    return { kind: 'shown', fragment: paint(left, right, withoutIslands(changes, right)) }
  } catch (error) {
    return { kind: error instanceof TextTooLarge ? 'too-large' : 'unread' }
  }
}

function keysOf(leaves: readonly Leaf[]) {
  return leaves.map(({ key }) => key)
}

/**
 * Joins changes with a lone word between them: a sentence that was rewritten around one "the" reads
 * better as a whole. The end of a line stays what it is.
 */
function withoutIslands(changes: readonly Change[], after: readonly Leaf[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const island = last && after.slice(last.afterEnd, change.afterStart)
    const small = island?.length === 1 && island[0]?.kind !== 'end'
    if (last && small && sizeOf(last) > 2 && sizeOf(change) > 2) {
      joined.splice(-1, 1, {
        ...change,
        beforeStart: last.beforeStart,
        afterStart: last.afterStart,
      })
    } else joined.push(change)
  }
  return joined
}

function sizeOf({ beforeStart, beforeEnd, afterStart, afterEnd }: Change) {
  return Math.max(beforeEnd - beforeStart, afterEnd - afterStart)
}

function paint(before: readonly Leaf[], after: readonly Leaf[], changes: readonly Change[]) {
  const { add, space, finish } = createPainter()
  const places = placesIn(before, after, changes)
  let next = 0
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of changes) {
    for (const leaf of after.slice(next, afterStart)) add(leaf, leaf.path)
    for (const leaf of telling(before.slice(beforeStart, beforeEnd))) {
      add(
        leaf,
        leaf.path.map((element) => places.get(element) ?? element),
        'removed',
      )
    }
    if (before[beforeEnd]?.spaced && beforeEnd > beforeStart) space()
    for (const leaf of telling(after.slice(afterStart, afterEnd))) add(leaf, leaf.path, 'added')
    next = afterEnd
  }
  for (const leaf of after.slice(next)) add(leaf, leaf.path)
  return finish()
}

/** Ends of lines only where nothing else changed: with words around them they are seen anyway. */
function telling(leaves: readonly Leaf[]) {
  const others = leaves.filter(({ kind }) => kind !== 'end')
  return others.length > 0 ? others : leaves
}

/** Where in the new text an element of the old one lives on, as far as its unchanged words tell. */
function placesIn(before: readonly Leaf[], after: readonly Leaf[], changes: readonly Change[]) {
  const places = new Map<Element, Element>()
  let x = 0
  let y = 0
  const ends = { beforeStart: before.length, beforeEnd: 0, afterStart: after.length, afterEnd: 0 }
  for (const { beforeStart, beforeEnd, afterEnd } of [...changes, ends]) {
    for (; x < beforeStart; x += 1, y += 1) pairUp(before[x]?.path ?? [], after[y]?.path ?? [])
    x = beforeEnd
    y = afterEnd
  }
  return places

  function pairUp(old: readonly Element[], present: readonly Element[]) {
    for (const [depth, element] of old.entries()) {
      const position = present[depth]
      if (position?.localName !== element.localName) return
      if (!places.has(element)) places.set(element, position)
    }
  }
}

/** A stretch of one list that stands where a stretch of the other stood; either may be empty. */
type Change = {
  beforeStart: number
  beforeEnd: number
  afterStart: number
  afterEnd: number
}

/** What differs between two lists of words, in order. */
function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
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
