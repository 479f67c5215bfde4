import { styleOf } from '#html/parse/style-attribute.ts'
import { UNNUMBERED, type ListItem, type ListItems, type Reading } from './list-items.ts'
import { isWording, readMarker, leadingMarker } from './list-marker.ts'
import { keepAsWords, setApart, takeStart, type SetApart } from './set-apart.ts'
import { indentationOf, pointsOf } from '#editor/paste/read/style-of.ts'

/** What a block begins with, and how far it is indented. */
interface Typed {
  block: Element
  apart: SetApart
  indentation: number
}

/** Differences below it, in points, are how a program rounds. */
const TOLERANCE = 6

/**
 * Finds paragraphs that begin with a bullet or a number and a gap: typed by hand, or a list that has
 * lost its marks on the way, as Safari and mail programs write it. One alone is a list only when the
 * program says so, or its first line hangs; numbers and letters only when they count, because those of
 * speakers (`Q.`, `A.`) are words. Takes the markers out, in place, and adds to `items`.
 */
export function markTypedItems(root: ParentNode, items: ListItems): void {
  let run: Typed[] = []
  for (const block of root.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6')) {
    const apart = items.has(block) ? null : typedMarker(block)
    if (!apart) continue
    if (isWording(apart.marker) && !apart.isSign) {
      if (apart.isCertain) keepAsWords(block, apart)
      continue
    }
    const last = run.at(-1)
    if (last && !follows(block, last.block, items)) {
      addRun(run, items)
      run = []
    }
    run.push({ block, apart, indentation: depthOf(block) })
  }
  addRun(run, items)
}

function typedMarker(block: Element): SetApart | null {
  if (block.closest('li, pre') || block.querySelector('p, div, table, ul, ol')) return null
  const apart = setApart(block) ?? leading(block)
  // The number of a heading is a part of it.
  const isBullet = apart && (apart.isSign || !/[\p{L}\p{N}]/u.test(apart.marker))
  return /^h\d$/.test(block.localName) && !isBullet ? null : apart
}

function leading(block: Element): SetApart | null {
  const found = leadingMarker(block.textContent ?? '')
  return found && { ...found, isSign: false, isCertain: false }
}

/** Margin, the tabs in front of the marker, and what the class says. */
function depthOf(block: Element): number {
  const [, level] = /MsoList(?:Bullet|Number)([2-5])/i.exec(block.className) ?? []
  const [tabs = ''] = /^[\t ]*(?=\S)/.exec(block.textContent ?? '') ?? []
  const written = indentationOf(block) + 36 * (tabs.split('\t').length - 1)
  return written === 0 && level !== undefined ? 36 * (Number(level) - 1) : written
}

/** Whether nothing but blank lines and what may be further paragraphs of items is in between. */
function follows(block: Element, last: Element, items: ListItems): boolean {
  const mayBePassed = (other: Element) =>
    other.textContent?.trim() === '' ||
    (other.matches('p, div') && !items.has(other) && indentationOf(other) > 0)
  let previous = block.previousElementSibling
  while (previous && previous !== last && mayBePassed(previous)) {
    previous = previous.previousElementSibling
  }
  return previous === last
}

function addRun(run: readonly Typed[], items: ListItems): void {
  const [first] = run
  if (!first || (run.length === 1 && !standsAlone(first))) return
  const levels: number[] = []
  for (const { indentation } of run.toSorted((one, other) => one.indentation - other.indentation)) {
    if (levels.length === 0 || indentation - (levels.at(-1) ?? 0) > TOLERANCE)
      levels.push(indentation)
  }
  const found = run.map((typed) => {
    const level = levels.filter((each) => each <= typed.indentation).length
    return { ...typed, item: typedItem(typed.apart.isSign ? '' : typed.apart.marker, level) }
  })
  const counting = countingItems(found)
  for (const typed of found) {
    const { block, apart, item } = typed
    if (item.ordered && !isMarked(typed) && !counting.has(item)) continue
    takeStart(block, apart.length)
    items.set(block, item)
  }
}

/**
 * The numbered items that count: one of two at least that come after each other, or one alone that
 * begins a numbering where all others of its level count, too.
 */
function countingItems(run: readonly { item: ListItem }[]): Set<ListItem> {
  const numbered = run.map(({ item }) => item).filter(({ ordered }) => ordered)
  const present = new Set(
    numbered.flatMap(({ readings, level }) => readings.map((reading) => keyOf(reading, level))),
  )
  const counts = ({ readings, level }: ListItem) =>
    readings.some((reading) => [-1, 1].some((step) => present.has(keyOf(reading, level, step))))
  const strays = new Set(
    numbered.filter((item) => !counts(item) && !begins(item)).map(({ level }) => level),
  )
  return new Set(
    numbered.filter((item) => counts(item) || (begins(item) && !strays.has(item.level))),
  )
}

const keyOf = ({ numbering, number }: Reading, level: number, step = 0) =>
  `${level} ${numbering} ${(number ?? 0) + step}`

const begins = ({ readings }: ListItem) => readings.some(({ number }) => number === 1)

/** Whether the program says that a block is an item. */
const isMarked = ({ block, apart }: Typed) => apart.isCertain || /MsoList/i.test(block.className)

function standsAlone(typed: Typed): boolean {
  return isMarked(typed) || pointsOf(styleOf(typed.block).get('text-indent')) < 0
}

/** An item of a list that was typed with `marker` in front. */
export function typedItem(marker: string, level: number): ListItem {
  const read = readMarker(marker)
  const readings = read.ordered ? read.readings : UNNUMBERED
  return { level, ordered: read.ordered, readings, list: 'typed' }
}
