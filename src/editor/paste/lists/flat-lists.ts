import { styleOf } from '#html/parse/style-attribute.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import type { ListItems } from './list-items.ts'
import { isBlank, listRuns, type ListRun } from './list-runs.ts'
import { itemLevel, itemNumber, itemOf, listLevel } from './real-items.ts'
import { positionOf } from './word-items.ts'

const LIST = 'ul, ol'

/** What stands in a list without being an item: an inner list, or a further block of the item before. */
const IN_LIST = [
  ':scope > ul',
  ':scope > ol',
  ...['p', 'div', 'table', 'blockquote', 'pre'].map((tag) => `:scope > li ~ ${tag}`),
].join()

/**
 * Takes apart, in place, real lists that are not nested as HTML has it, and those that stand beside
 * parts of theirs: a list directly in a list (Word, LibreOffice, Google Docs, Apple, OneNote), an item
 * whose level is only written on it (Word Online), one that holds nothing but the next level or has no
 * marker. Their items become siblings, beside those that are in `items`, to be put together again.
 */
export function flattenOddLists(root: ParentNode, items: ListItems, absorbs: boolean): void {
  tidyWrappers(root)
  const isOutermost = (block: Element) =>
    block.matches(LIST) && block.parentElement?.matches('ul, ol, li') !== true
  const outermost = [...root.querySelectorAll(LIST)].filter(isOutermost)
  const parents = new Set(outermost.flatMap((list) => list.parentNode ?? []))
  const isPart = (block: Element) => isOutermost(block) || items.has(block)
  for (const run of listRuns(parents, isPart, absorbs)) {
    if (!isInPieces(run, items)) continue
    const unfolding: Unfolding = { items, lists: 0, last: new Map() }
    for (const block of run)
      if (block.matches(LIST)) block.replaceWith(...unfold(block, 1, unfolding))
  }
}

/** Brings lists beside each other that programs put into boxes, and gives items their list. */
function tidyWrappers(root: ParentNode): void {
  for (const box of root.querySelectorAll(BOXED_LISTS)) {
    for (const item of box.querySelectorAll(BOXED_ITEMS)) replaceTag(item, 'li')
  }
  for (const old of root.querySelectorAll('dir, menu')) {
    if (old.querySelector(':scope > li')) replaceTag(old, 'ul')
  }
  for (const item of root.querySelectorAll('li')) unboxItem(item)
  for (const item of root.querySelectorAll('li')) {
    if (item.parentElement?.matches(LIST)) continue
    const list = inertDocument().createElement('ul')
    item.before(list)
    for (let next: ChildNode | null = item; next; next = list.nextSibling) {
      if (!(next instanceof Element ? next.localName === 'li' : isBlank(next))) break
      list.append(next)
    }
  }
  // From the inside out, because a box may hold nothing but a box.
  for (const box of [...root.querySelectorAll('div, section')].toReversed()) {
    if (holdsOnlyLists(box)) box.replaceWith(...box.childNodes)
  }
}

/** Takes away what stands around an item between it and its list; no browser shows that. */
function unboxItem(item: Element): void {
  if (item.parentElement?.closest('ul, ol, li, table')?.matches(LIST) !== true) return
  for (let box = item.parentElement; box && !box.matches(LIST); box = item.parentElement) {
    box.replaceWith(...box.childNodes)
  }
}

/** Lists that say so by their role, and those of tasks and decisions in Confluence. */
const BOXED_LISTS =
  'div[role="list"], [data-node-type="actionList"], [data-node-type="decisionList"]'
const BOXED_ITEMS = [
  ':scope > div[role="listitem"]',
  ':scope > [data-task-state]',
  ':scope > [data-decision-state]',
].join()

function replaceTag(element: Element, tag: string): void {
  const other = inertDocument().createElement(tag)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

/** Whether a run is one list or more that are not there as such. */
function isInPieces(run: ListRun, items: ListItems): boolean {
  const lists = run.filter((block) => block.matches(LIST))
  if (lists.length === 0) return false
  if (lists.some(isOdd)) return true
  const others = run.filter((block) => !block.matches(LIST))
  // What was typed by hand is no part of a list that a program has made.
  if (others.some((block) => isOfProgram(block, items))) return true
  const isParted = others.some((block) => !items.has(block))
  return isParted && lists.slice(1).some(goesOn)
}

/** Whether a list may be a further part of the one before. */
function goesOn(list: Element): boolean {
  const first = list.querySelector('li')
  if (list.localName === 'ul' || (first && positionOf(first))) return true
  return Number.parseInt(list.getAttribute('start') ?? '1', 10) > 1
}

function isOfProgram(block: Element, items: ListItems): boolean {
  const part = items.get(block)
  return part !== undefined && !('further' in part) && part.list !== 'typed'
}

function isOdd(list: Element): boolean {
  if (listLevel(list) !== null) return true
  const lists = [list, ...list.querySelectorAll(LIST)]
  if (lists.some((each) => each.querySelector(IN_LIST) !== null)) return true
  return [...list.querySelectorAll('li')].some(
    (item) =>
      (itemLevel(item) ?? depthIn(item, list)) !== depthIn(item, list) ||
      item.hasAttribute('data-aria-level') ||
      hasNoMarker(item) ||
      holdsOnlyLists(item),
  )
}

function depthIn(item: Element, outermost: Element): number {
  let depth = 1
  for (let list = item.parentElement; list && list !== outermost; list = list.parentElement) {
    if (list.matches(LIST)) depth += 1
  }
  return depth
}

function holdsOnlyLists(element: Element): boolean {
  const content = [...element.childNodes].filter((node) => !isBlank(node))
  return (
    content.length > 0 && content.every((node) => node instanceof Element && node.matches(LIST))
  )
}

/** Mail programs write a further paragraph of an item like this; Word Online has it on all items. */
function hasNoMarker(item: Element): boolean {
  return styleOf(item).get('display') === 'block' && !item.hasAttribute('data-aria-level')
}

interface Unfolding {
  items: ListItems
  /** How many lists there were before. */
  lists: number
  /** The last list of each level, by name. */
  last: Map<number, string>
}

/** The parts of a list one after the other, each with its place in `items`. */
function unfold(list: Element, depth: number, unfolding: Unfolding): ChildNode[] {
  const { items, last } = unfolding
  const children = [...list.childNodes].filter((node) => !isBlank(node) || node instanceof Element)
  // A list that begins with an inner one goes on with the one before, after a restart in between.
  const isReopened = children[0] instanceof Element && children[0].matches(LIST)
  unfolding.lists += 1
  const name = (isReopened ? last.get(depth) : undefined) ?? `list ${unfolding.lists}`
  last.set(depth, name)
  const parts: ChildNode[] = []
  let isFirst = true
  for (const child of children) {
    if (child instanceof Element && child.matches(LIST)) {
      parts.push(...unfold(child, depth + 1, unfolding))
    } else if (child instanceof Element && child.localName === 'li') {
      const level = itemLevel(child) ?? listLevel(list) ?? depth
      const number = itemNumber(child, list, isFirst && !isReopened)
      const isFurther = hasNoMarker(child)
      // One with nothing in it counts; one with just a list in or behind it is how a level is left out.
      const isLeftOut = child.nextElementSibling?.matches(LIST) === true
      const isCounted = list.localName === 'ol' && !isFurther && !isLeftOut && isBlank(child)
      const behind = takeBehind(child, level, unfolding)
      if (isBlank(child) && !isCounted) items.delete(child)
      else {
        items.set(
          child,
          isFurther ? { level, further: true } : itemOf(child, list, { level, name, number }),
        )
        isFirst &&= isFurther
      }
      parts.push(child, ...behind)
    } else if (!isBlank(child)) parts.push(further(child, depth, items))
  }
  return parts
}

/** Takes the lists out of an item, and what comes behind them: their parts, in order. */
function takeBehind(item: Element, level: number, unfolding: Unfolding): ChildNode[] {
  const parts: ChildNode[] = []
  const children = [...item.childNodes]
  for (const child of children) {
    if (child instanceof Element && child.matches(LIST)) {
      child.remove()
      parts.push(...unfold(child, level + 1, unfolding))
    } else if (parts.length > 0 && !isBlank(child)) {
      parts.push(further(child, level, unfolding.items))
    }
  }
  return parts
}

function further(node: ChildNode, level: number, items: ListItems): Element {
  const block = inertDocument().createElement('div')
  block.append(node)
  items.set(block, { level, further: true })
  return block
}
