import { tighten, type Fill, type Flow } from './flow.ts'
import { elementOf } from './line-writer.ts'
import { numberingOf, showsNoMarker } from './numbering.ts'
import { styleOf } from './style-of.ts'
import { formatInside, type TextFormat } from './text-format.ts'

/**
 * Writes a list with the kind, start and numbering that its reader saw. Numbered items without words
 * stay, because those below count them.
 */
export function writeList(list: Element, format: TextFormat, flow: Flow, fill: Fill): void {
  const first = list.querySelector(':scope > li')
  const style = first ? styleOf(first).get('list-style-type') : undefined
  const counted = /^(?:decimal|lower-|upper-)/.test(style ?? '')
  const box = elementOf(list.localName === 'ol' || counted ? 'ol' : 'ul')
  if (box.localName === 'ol') {
    const type = numberingOf(list, first)
    if (type) box.setAttribute('type', type)
    const start = Number.parseInt(list.getAttribute('start') ?? '1', 10)
    if (start !== 1 && Number.isFinite(start)) box.setAttribute('start', String(start))
    if (list.hasAttribute('reversed')) box.setAttribute('reversed', '')
  }
  if (format.rtl) box.setAttribute('dir', 'rtl')
  for (const child of list.childNodes) {
    const isText = child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim() !== ''
    if (!isText && !(child instanceof Element)) continue
    const inner = child instanceof Element ? formatInside(child, format) : format
    const item = elementOf('li')
    const value = child instanceof Element ? child.getAttribute('value') : null
    if (value !== null && /^-?\d+$/.test(value)) item.setAttribute('value', value)
    // Something other than an item becomes one.
    const content = child instanceof Element && child.localName === 'li' ? child : boxAround(child)
    fill(item, content, { ...inner, rtl: inner.rtl && !format.rtl }, flow.rewriting)
    tighten(item)
    if (item.firstChild || isCounted(child, list, box)) box.append(item)
  }
  // Nothing is counted behind the last one, except from the end.
  while (box.lastChild && !box.lastChild.hasChildNodes() && !box.hasAttribute('reversed'))
    box.lastChild.remove()
  if (box.querySelector(':scope > li:not(:empty)')) flow.block(box)
}

/** Whether a child of a list has a number, with or without words. */
function isCounted(child: Node, list: Element, written: Element): boolean {
  if (written.localName !== 'ol' || !(child instanceof Element)) return false
  if (child.localName !== 'li' || styleOf(child).get('display') === 'block') return false
  return !showsNoMarker(child, list)
}

function boxAround(node: Node): Node {
  const box = elementOf('div')
  box.append(node.cloneNode(true))
  return box
}
