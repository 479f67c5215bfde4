import { styleOf } from '#html/parse/style-attribute.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { standsApart } from '#html/safety/keep-apart.ts'
import { headingLevel, isBlock, isQuote } from '#editor/paste/read/block-kind.ts'
import { cleanAddress } from './clean-address.ts'
import { readCode } from './code-block.ts'
import { createFlow, type Fill, type Flow, type Rewriting, tighten } from './flow.ts'
import { elementOf } from './line-writer.ts'
import type { PasteReport } from '#editor/paste/paste-report.ts'
import { writeTable } from './rewrite-table.ts'
import { formatInside, PLAIN, type TextFormat } from './text-format.ts'
import { FORM_PARTS } from '#editor/paste/read/visible-words.ts'
import { numberingOf, showsNoMarker } from '#editor/paste/lists/numbering.ts'

/**
 * Writes a tree anew with nothing but what a task text needs: paragraphs, headings, lists, tables,
 * quotes, code, pictures, links and the formatting of words. Boxes around them go, all words stay.
 */
export function rewritten(root: ParentNode, report: PasteReport, looks: boolean): DocumentFragment {
  const fragment = inertDocument().createDocumentFragment()
  const rewriting: Rewriting = { looks, report, seen: new Map() }
  const flow = createFlow(fragment, 'p', rewriting)
  writeChildren(root, PLAIN, flow)
  flow.end()
  const all = [...rewriting.seen.values()].reduce((sum, count) => sum + count, 0)
  // What all words have is the paper they were written on.
  report.looks = [...rewriting.seen].some(([look, count]) => look !== '' && count < all * 0.9)
  return fragment
}

function writeChildren(parent: Node, format: TextFormat, flow: Flow): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) flow.text(child.nodeValue ?? '', format)
    else if (child instanceof Element) writeElement(child, format, flow)
  }
}

function writeElement(element: Element, outside: TextFormat, flow: Flow): void {
  const { localName: tag } = element
  if (tag === 'br') return flow.lineBreak(outside)
  if (tag === 'img') return flow.inline(pictureOf(element), outside)
  if (tag === 'hr') return flow.block(elementOf('hr'))
  const format = formatInside(element, outside)
  if (tag === 'a') return writeLink(element, format, flow)
  if (FORM_PARTS.has(tag)) return writeApart(element, format, flow)
  if (!isBlock(element)) {
    const write = standsApart(element) ? writeApart : writeChildren
    return write(element, format, flow)
  }
  flow.end()
  const level = headingLevel(element)
  if (level !== null) writeLines(`h${level}`, element, { ...format, weightless: true }, flow)
  else if (tag === 'ul' || tag === 'ol' || tag === 'menu') writeList(element, format, flow)
  else if (tag === 'pre') writeCode(element, format, flow)
  else if (element instanceof HTMLTableElement) writeTable(element, format, flow, fill)
  else if (isQuote(element)) writeInto(elementOf('blockquote'), element, format, flow)
  else writeChildren(element, format, flow)
  flow.end()
}

/** What stands in the line with space around it, but not before the end of a sentence. */
function writeApart(element: Element, format: TextFormat, flow: Flow): void {
  flow.text(' ', format)
  writeChildren(element, format, flow)
  if (!/^[.,;:!?)\]…]/.test(element.nextSibling?.nodeValue ?? '')) flow.text(' ', format)
}

/** Block content as lines of one kind. */
function writeLines(tag: string, element: Element, format: TextFormat, flow: Flow): void {
  const box = inertDocument().createDocumentFragment()
  const lines = createFlow(box, tag, flow.rewriting)
  writeChildren(element, format, lines)
  lines.end()
  while (box.firstElementChild) flow.block(box.firstElementChild)
}

/** Block content as content of `box`; a box that would be empty is left out. */
function writeInto(box: Element, element: Node, format: TextFormat, flow: Flow): void {
  fill(box, element, format, flow.rewriting)
  if (box.firstChild) flow.block(box)
}

const fill: Fill = (box, source, format, rewriting) => {
  const inner = createFlow(box, 'p', rewriting)
  writeChildren(source, format, inner)
  inner.end()
}

function writeCode(element: Element, format: TextFormat, flow: Flow): void {
  const { before, block, after } = readCode(element)
  writeChildren(before, format, flow)
  if (block) flow.block(block)
  writeChildren(after, format, flow)
}

function writeLink(element: Element, format: TextFormat, flow: Flow): void {
  const written = element.getAttribute('href')
  const href = written === null ? format.href : cleanAddress(written)
  if (written !== null && href === null && !/^\s*#/.test(written)) flow.rewriting.report.links += 1
  writeChildren(element, { ...format, href }, flow)
}

function pictureOf(element: Element): Element {
  const picture = elementOf('img')
  for (const name of ['src', 'alt', 'width', 'height']) {
    const value = element.getAttribute(name)
    if (value !== null && (name === 'src' || name === 'alt' || /^\d+$/.test(value))) {
      picture.setAttribute(name, value)
    }
  }
  return picture
}

/**
 * Writes a list with the kind, start and numbering that its reader saw. Numbered items without words
 * stay, because those below count them.
 */
function writeList(list: Element, format: TextFormat, flow: Flow): void {
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
