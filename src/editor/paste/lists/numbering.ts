import { styleOf } from '#html/parse/style-attribute.ts'
import type { Numbering } from './list-marker.ts'
const STYLES: Record<string, Numbering> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

/** How an `<ol>` counts: from its style, its first item's, its `type`, or Word Online's class. */
export function numberingOf(list: Element, item: Element | null): Numbering {
  const style = [item, list].flatMap((element) => (element ? [listStyleOf(element)] : []))
  const named = style.find((name) => name !== undefined)
  if (named !== undefined) return STYLES[named] ?? null
  const type = list.getAttribute('type')
  if (type === 'a' || type === 'A' || type === 'i' || type === 'I') return type
  if (/\bNumberListStyle2\b/.test(list.className)) return 'a'
  return /\bNumberListStyle3\b/.test(list.className) ? 'i' : null
}

function listStyleOf(element: Element): string | undefined {
  const style = styleOf(element)
  return style.get('list-style-type') ?? style.get('list-style')?.split(' ')[0]
}

/** Whether the marker of an item is not shown; what the item says holds against its list. */
export function showsNoMarker(item: Element, list: Element): boolean {
  for (const style of [styleOf(item), styleOf(list)]) {
    const short = style.get('list-style')
    const written = style.get('list-style-type') ?? short
    if (written === undefined) continue
    const image = style.get('list-style-image') ?? short ?? ''
    return /\bnone\b/.test(written) && !image.includes('url(')
  }
  return false
}
