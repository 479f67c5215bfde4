import { styleOf } from '#html/parse/style-attribute.ts'
import type { ListItem } from './list-items.ts'
import { numberingOf } from './numbering.ts'
import { positionOf } from './word-items.ts'

/** The level that an item has by its own account; null when it says none. */
export function itemLevel(item: Element): number | null {
  const [, quill] = /\bql-indent-(\d)\b/.exec(item.className) ?? []
  if (quill !== undefined) return Number(quill) + 1
  const written = item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')
  const level = Number.parseInt(written ?? '', 10)
  return level > 0 ? level : (positionOf(item)?.level ?? null)
}

/** The level of all items of a list, where each level is a list of its own (Slack, Paper). */
export function listLevel(list: Element): number | null {
  const fromNull = Number.parseInt(list.getAttribute('data-indent') ?? '', 10)
  if (fromNull >= 0) return fromNull + 1
  const [, level] = /\blistindent(\d+)\b/.exec(list.className) ?? []
  return level === undefined ? null : Number(level)
}

/** The number of an item, null when it comes after the one before. */
export function itemNumber(item: Element, list: Element, isFirst: boolean): number | null {
  const value = Number.parseInt(item.getAttribute('value') ?? '', 10)
  if (Number.isFinite(value)) return value
  if (!isFirst) return null
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10)
  if (Number.isFinite(start)) return start
  return hasPartsElsewhere(item, list) ? null : 1
}

/** What an item of a real list is. */
export function itemOf(
  item: Element,
  list: Element,
  { level, name, number }: { level: number; name: string; number: number | null },
): ListItem {
  const style = styleOf(item).get('list-style-type')
  const counted = /^(?:decimal|lower-|upper-)/.test(style ?? '')
  const kind = item.getAttribute('data-list')
  const ordered = kind === null ? list.localName === 'ol' || counted : kind === 'ordered'
  return {
    level,
    ordered,
    readings: [{ numbering: ordered ? numberingOf(list, item) : null, number }],
    list: sharedName(item, list) ?? name,
  }
}

/** The name of a list that is written in several pieces. */
function sharedName(item: Element, list: Element): string | null {
  const online = item.getAttribute('data-listid')
  if (online !== null) return `online ${online}`
  return positionOf(item)?.list ?? (listLevel(list) === null ? null : 'indented')
}

const hasPartsElsewhere = (item: Element, list: Element) => sharedName(item, list) !== null
