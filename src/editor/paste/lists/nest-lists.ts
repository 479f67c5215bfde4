import { inertDocument } from '#html/parse/inert-document.ts'
import type { ListItem, ListItems, Reading } from './list-items.ts'
import { depthOf, listRuns } from './list-runs.ts'

/** A list that further items may join. */
interface OpenList {
  element: Element
  level: number
  /** How much deeper its items stand than they say. */
  shift: number
  list: string
  ordered: boolean
  reading: Reading
  /** The number of its last item. */
  number: number
  last: Element
  indentation: number
}

/** How much further in, in points, an item of another list stands than the one that it is part of. */
const SET_IN = 9

/** A block of a run: an item, or what belongs to the item before it, of a level if that is known. */
interface Entry {
  block: Element
  item: ListItem | null
  level: number | null
}

/**
 * Puts blocks that are parts of lists into nested lists, in place, each run of siblings by itself.
 * Levels that are left out do not make empty lists. Returns how many lists stand on their own now and
 * were not all lists before.
 *
 * @param absorbs whether an indented paragraph between items is a further block of the item above
 */
export function nestLists(items: ListItems, absorbs: boolean): number {
  let made = 0
  const counts = new Map<string, number>()
  const parents = new Set([...items.keys()].flatMap((block) => block.parentNode ?? []))
  for (const run of listRuns(parents, (block) => items.has(block), absorbs)) {
    const anchor = inertDocument().createTextNode('')
    run[0]?.before(anchor)
    const isNew = run.some((block) => items.has(block) && block.localName !== 'li')
    const lists = nested(
      run.map((block) => entryOf(block, items)),
      counts,
    )
    if (isNew) made += lists.length
    anchor.replaceWith(...lists)
  }
  return made
}

function entryOf(block: Element, items: ListItems): Entry {
  const part = items.get(block)
  if (!part) return { block, item: null, level: null }
  return 'further' in part
    ? { block, item: null, level: part.level }
    : { block, item: part, level: part.level }
}

function nested(run: readonly Entry[], counts: Map<string, number>): Element[] {
  const lists: Element[] = []
  const known = new Map<Element, OpenList>()
  const open: OpenList[] = []

  const begin = (entry: Entry, item: ListItem, index: number): OpenList => {
    const holder = open.at(-1)?.last
    const beside = known.get((holder ? holder.lastElementChild : lists.at(-1)) ?? entry.block)
    const reading = chosenReading(run, index, entry.item ?? item)
    const shift = item.level - (entry.item?.level ?? item.level)
    if (beside && beside.list === item.list && continues(beside, item)) {
      return { ...beside, level: item.level, shift }
    }
    const number = reading.number ?? (counts.get(countKey(item)) ?? 0) + 1
    const element = inertDocument().createElement(item.ordered ? 'ol' : 'ul')
    if (item.ordered && reading.numbering) element.setAttribute('type', reading.numbering)
    if (item.ordered && number !== 1) element.setAttribute('start', String(number))
    if (isRightToLeft(entry.block)) element.setAttribute('dir', 'rtl')
    if (holder) holder.append(element)
    else lists.push(element)
    return {
      ...item,
      element,
      shift,
      reading,
      number: number - 1,
      last: element,
      indentation: textDepthOf(entry.block, item),
    }
  }

  run.forEach((entry, index) => {
    const { block, level } = entry
    const item = entry.item && inPlace(block, entry.item, open)
    if (!item) {
      if (open.length === 0) lists.push(block)
      else if (level === null) absorb(block, open)
      else appendTo(block, level, open)
      return
    }
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const top = open.at(-1)
    if (!top || top.level < item.level || !continues(top, item)) {
      if (top?.level === item.level) open.pop()
      open.push(begin(entry, item, index))
    }
    const list = open.at(-1)
    if (!list) return
    const next = item.readings.find(({ numbering }) => numbering === list.reading.numbering)
    list.number = next?.number ?? list.number + 1
    list.indentation = textDepthOf(block, item)
    list.last = asListItem(block)
    list.element.append(list.last)
    known.set(list.element, list)
    if (open.length === 1) counts.set(countKey(item), list.number)
  })
  return lists
}

/** Counted from 1 in its own list, an item may yet be set in from that of another list above it. */
function inPlace(block: Element, item: ListItem, open: readonly OpenList[]): ListItem {
  const own = open.find(({ list }) => list === item.list)
  if (own) return { ...item, level: item.level + own.shift }
  // How far a real list is set in says its nesting.
  if (block.localName === 'li') return item
  const depth = textDepthOf(block, item)
  const holder = open.findLast(({ indentation }) => depth - indentation >= SET_IN)
  return { ...item, level: Math.max(item.level, (holder?.level ?? 0) + 1) }
}

const countKey = ({ list, level }: ListItem) => `${list} ${level}`

/** Where the text of an item begins; programs set the items of real lists in by half an inch each. */
function textDepthOf(block: Element, { level }: ListItem): number {
  if (block.localName === 'li') return 36 * level
  const depth = depthOf(block)
  return depth === 0 && block.className.includes('MsoListParagraph') ? 36 : depth
}

function continues(list: OpenList, item: ListItem): boolean {
  if (list.ordered !== item.ordered) return false
  if (!item.ordered) return list.list === item.list || list.level > 1
  return item.readings.some(
    ({ numbering, number }) =>
      numbering === list.reading.numbering &&
      (number === null ? list.list === item.list : number === list.number + 1),
  )
}

/** `i.` begins Roman numbers when `ii.` follows, and goes on with letters when `j.` does. */
function chosenReading(run: readonly Entry[], index: number, item: ListItem): Reading {
  const [first = { numbering: null, number: null }] = item.readings
  if (item.readings.length < 2) return first
  const following = run.slice(index + 1).flatMap((entry) => entry.item ?? [])
  const next = following.find(({ level }) => level <= item.level)
  const fitting = item.readings.find(
    (reading) =>
      next?.level === item.level &&
      next.readings.some(
        ({ numbering, number }) =>
          numbering === reading.numbering && number === (reading.number ?? 0) + 1,
      ),
  )
  return (
    fitting ?? item.readings.find(({ number }) => number === 1) ?? item.readings.at(-1) ?? first
  )
}

/** A paragraph as a further block of the item that it stands under. */
function absorb(block: Element, open: OpenList[]): void {
  const indentation = depthOf(block)
  const isUnder = (list: OpenList) => indentation === 0 || list.indentation <= indentation + 3
  while (open.length > 1 && !open.slice(-1).every(isUnder)) open.pop()
  open.at(-1)?.last.append(block)
}

function appendTo(block: Element, level: number, open: OpenList[]): void {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
  open.at(-1)?.last.append(block)
}

const isRightToLeft = (block: Element) => /^rtl$/i.test(block.getAttribute('dir') ?? '')

function asListItem(block: Element): Element {
  const item = inertDocument().createElement('li')
  const direction = block.getAttribute('dir')
  if (direction !== null) item.setAttribute('dir', direction)
  if (/^h\d$/.test(block.localName)) item.append(block)
  else if (block.localName === 'li') {
    item.append(...block.childNodes)
    block.remove()
  } else {
    const line = inertDocument().createElement('p')
    line.append(...block.childNodes)
    item.append(line)
    block.remove()
  }
  return item
}
