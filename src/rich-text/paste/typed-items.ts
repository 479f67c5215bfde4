import { UNNUMBERED, type ListItem, type ListItems } from './list-items.ts'
import { isWording, readMarker } from './list-marker.ts'
import { keepAsWords, setApart, takeStart, type SetApart } from './set-apart.ts'
import { indentationOf, pointsOf, styleOf } from './style-of.ts'
import { leadingMarker } from './take-leading.ts'

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
 * program says so, or its first line hangs. Takes the markers out, in place, and adds to `items`.
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
    if (last && previousBlock(block) !== last.block) {
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

function previousBlock(block: Element): Element | null {
  let previous = block.previousElementSibling
  while (previous && previous.textContent?.trim() === '') previous = previous.previousElementSibling
  return previous
}

function addRun(run: readonly Typed[], items: ListItems): void {
  const [first] = run
  if (!first || (run.length === 1 && !standsAlone(first))) return
  const levels: number[] = []
  for (const { indentation } of run.toSorted((one, other) => one.indentation - other.indentation)) {
    if (levels.length === 0 || indentation - (levels.at(-1) ?? 0) > TOLERANCE)
      levels.push(indentation)
  }
  for (const { block, apart, indentation } of run) {
    const level = levels.filter((each) => each <= indentation).length
    takeStart(block, apart.length)
    items.set(block, typedItem(apart.isSign ? '' : apart.marker, level))
  }
}

function standsAlone({ block, apart }: Typed): boolean {
  if (apart.isCertain || /MsoList/i.test(block.className)) return true
  return pointsOf(styleOf(block).get('text-indent')) < 0
}

/** An item of a list that was typed with `marker` in front. */
export function typedItem(marker: string, level: number): ListItem {
  const read = readMarker(marker)
  const readings = read.ordered ? read.readings : UNNUMBERED
  return { level, ordered: read.ordered, readings, list: 'typed' }
}
