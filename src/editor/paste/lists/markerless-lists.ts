import { partsOf } from '#html/parse/style-attribute.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { isBlank } from './list-runs.ts'
import { readMarker, type Marker, typedInItem } from './list-marker.ts'
import type { Reading } from './list-items.ts'
import { showsNoMarker } from './numbering.ts'
import { takeStart } from './set-apart.ts'

/** What an item of a list without markers begins with. */
interface Typed {
  item: Element
  marker: string
  length: number
}

/** What a list is by the markers of its items. */
type Kind = { ordered: false } | ({ ordered: true } & Reading)

/**
 * Reads lists whose own markers are not shown and whose items all begin with a typed one, in place.
 * Markers in order become those of the list; where a numbered list has others, its items become
 * blocks, because they would have two numbers.
 */
export function readTypedMarkers(root: ParentNode): void {
  // From the inside out, because an item may begin with an inner list.
  for (const list of [...root.querySelectorAll('ul, ol')].toReversed()) {
    const children = [...list.childNodes].filter((node) => !isBlank(node))
    const typed = children.flatMap((child) =>
      child instanceof Element ? typedIn(child, list) : [],
    )
    if (typed.length === 0 || typed.length < children.length) continue
    const kind = kindOf(typed.map(({ marker }) => marker))
    if (kind) rewriteList(list, typed, kind)
    else if (list.localName === 'ol') list.replaceWith(...typed.map(({ item }) => asBlock(item)))
  }
}

function typedIn(item: Element, list: Element): Typed[] {
  if (item.localName !== 'li' || !showsNoMarker(item, list)) return []
  const found = typedInItem(item)
  return found ? [{ item, ...found }] : []
}

/** The first of the readings that hold for all markers; null when they do not follow each other. */
function kindOf(written: readonly string[]): Kind | null {
  const markers = written.map(readMarker)
  const [first] = markers
  if (!first || written.some((marker) => /\d\D+\d/.test(marker))) return null
  if (!first.ordered) {
    return written.every((marker) => marker === written[0]) ? { ordered: false } : null
  }
  const fitting = first.readings.find(
    ({ numbering, number }) =>
      number !== null &&
      (number === 1 || markers.length > 1) &&
      markers.every((marker, index) => reads(marker, { numbering, number: number + index })),
  )
  return fitting ? { ordered: true, ...fitting } : null
}

function reads(marker: Marker, { numbering, number }: Reading): boolean {
  if (!marker.ordered) return false
  return marker.readings.some((each) => each.numbering === numbering && each.number === number)
}

function rewriteList(list: Element, typed: readonly Typed[], kind: Kind): void {
  const other = inertDocument().createElement(kind.ordered ? 'ol' : 'ul')
  const direction = list.getAttribute('dir')
  if (direction !== null) other.setAttribute('dir', direction)
  if (kind.ordered && kind.numbering !== null) other.setAttribute('type', kind.numbering)
  if (kind.ordered && kind.number !== 1) other.setAttribute('start', String(kind.number))
  for (const { item, length } of typed) {
    takeStart(item, length)
    item.removeAttribute('value')
    const style = partsOf(item.getAttribute('style') ?? '')
    const others = style.filter(([name]) => !name.startsWith('list-style'))
    item.setAttribute('style', others.map((part) => part.join(':')).join(';'))
    other.append(item)
  }
  list.replaceWith(other)
}

function asBlock(item: Element): Element {
  const block = inertDocument().createElement('div')
  block.append(...item.childNodes)
  return block
}
