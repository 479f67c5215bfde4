import type { ListItem, ListItems } from './list-items.ts'
import { numberingOf } from './numbering.ts'
import { styleOf } from './style-of.ts'

/**
 * Takes apart, in place, real lists that are not nested as HTML has it: a list directly in a list
 * (Google Docs, Apple, LibreOffice), an item whose level is only written on it (Word Online), an item
 * that holds nothing but the next level. Their items become siblings, to be put together again.
 */
export function flattenOddLists(root: ParentNode, items: ListItems): void {
  for (const wrapper of root.querySelectorAll('.ListContainerWrapper')) {
    wrapper.replaceWith(...wrapper.childNodes)
  }
  const outermost = [...root.querySelectorAll('ul, ol')].filter(
    (list) => !list.parentElement?.closest('ul, ol'),
  )
  outermost.forEach((list, index) => {
    if (isOdd(list)) flatten(list, `list ${index}`, items)
  })
}

function isOdd(list: Element): boolean {
  if (list.querySelector('[data-aria-level]')) return true
  if ([list, ...list.querySelectorAll('ul, ol')].some(holdsListDirectly)) return true
  return [...list.querySelectorAll('li')].some((item) => {
    const depth = depthOf(item, list)
    return (levelOf(item) ?? depth) !== depth || holdsOnlyLists(item)
  })
}

function holdsListDirectly(list: Element): boolean {
  return [...list.children].some((child) => child.matches('ul, ol'))
}

function holdsOnlyLists(item: Element): boolean {
  const content = [...item.childNodes].filter((node) => node.textContent?.trim() !== '')
  return (
    content.length > 0 && content.every((node) => node instanceof Element && node.matches('ul, ol'))
  )
}

function depthOf(item: Element, outermost: Element): number {
  let depth = 1
  for (let list = item.parentElement; list && list !== outermost; list = list.parentElement) {
    if (list.matches('ul, ol')) depth += 1
  }
  return depth
}

function levelOf(item: Element): number | null {
  const written = item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')
  const level = Number.parseInt(written ?? '', 10)
  return level > 0 ? level : null
}

function flatten(outermost: Element, name: string, items: ListItems): void {
  const lists = [outermost, ...outermost.querySelectorAll('ul, ol')]
  for (const list of lists) {
    let number = Number.parseInt(list.getAttribute('start') ?? '', 10) || null
    for (const item of list.querySelectorAll(':scope > li')) {
      items.set(item, itemOf(item, list, { level: depthOf(item, outermost), name, number }))
      number = null
    }
  }
  // From the inside out: the items of an inner list come behind the item that held it.
  for (const list of lists.toReversed()) {
    const holder = list.parentElement?.closest('li, ul, ol, td, th')
    if (holder?.localName === 'li') holder.after(...list.childNodes)
    else list.before(...list.childNodes)
    list.remove()
  }
  for (const item of items.keys()) {
    if (item.textContent?.trim() === '' && !item.querySelector('img, table')) items.delete(item)
  }
}

function itemOf(
  item: Element,
  list: Element,
  { level, name, number }: { level: number; name: string; number: number | null },
): ListItem {
  const online = item.getAttribute('data-listid')
  const counted = /^(?:decimal|lower-|upper-)/.test(styleOf(item).get('list-style-type') ?? '')
  const ordered = list.localName === 'ol' || counted
  return {
    level: levelOf(item) ?? level,
    ordered,
    readings: [{ numbering: ordered ? numberingOf(list, item) : null, number }],
    list: online === null ? name : `online ${online}`,
  }
}
