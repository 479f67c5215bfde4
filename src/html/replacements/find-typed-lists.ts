import { editBlocks } from '#html/parse/edit-blocks.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { lineGroups, type TypedLine } from './typed-list-lines.ts'

/** Lines that were typed to look like a list. */
export interface TypedList {
  ordered: boolean
  /** The number of the first item. */
  start: number
  /** Each item with the lines that belong to it, its own first. */
  items: readonly (readonly TypedLine[])[]
}

/** More paragraphs than these between two numbers are sections with numbered titles, not steps. */
const MOST_BETWEEN = 2

/**
 * `html` with real lists in the place of what only looks like one: lines or paragraphs that begin with
 * ascending numbers or with the same glyph, at least two in a row. Lines end at `<br>`, and in plain
 * text at a line feed or at the characters `\n`, as in the examples of Prolific's command line.
 * Null when there are none. Other top-level blocks keep their bytes. Throws `TextTooLarge`.
 */
export function listsFromTyped(html: string): string | null {
  let found = false
  const rebuilt = editBlocks(html, (text) => {
    for (const lines of lineGroups(text)) {
      const parts = partsOf(lines)
      if (!parts.some(isList)) continue
      found = true
      rebuild(parts)
    }
  })
  return found ? rebuilt : null
}

/** The typed lists of a text, in order. */
export function findTypedLists(text: DocumentFragment): TypedList[] {
  return lineGroups(text).flatMap((lines) => partsOf(lines).filter(isList))
}

type Part = TypedList | TypedLine

const isList = (part: Part): part is TypedList => 'items' in part

function partsOf(lines: readonly TypedLine[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < lines.length;) {
    const found = listAt(lines, at)
    const line = lines[at]
    if (found) parts.push(found.list)
    else if (line) parts.push(line)
    at = found?.end ?? at + 1
  }
  return parts
}

function listAt(lines: readonly TypedLine[], at: number): { list: TypedList; end: number } | null {
  const first = lines[at]
  if (!first?.marker) return null
  const { number: start, glyph } = first.marker
  const items = [[first]]
  let between: TypedLine[] = []
  let end = at + 1
  for (const [index, line] of lines.entries()) {
    if (index <= at) continue
    const next = start === null ? null : start + items.length
    if (line.marker?.glyph === glyph && line.marker.number === next) {
      items.at(-1)?.push(...between)
      items.push([line])
      between = []
      end = index + 1
      continue
    }
    between.push(line)
    const other = between.filter((one) => !isBlank(one) && one.marker?.number !== null)
    if (start === null ? other.length > 0 : other.length > MOST_BETWEEN) break
  }
  const list = { ordered: start !== null, start: start ?? 1, items }
  return items.length > 1 ? { list, end } : null
}

function isInner({ marker }: TypedLine): boolean {
  return marker?.number === null
}

function isBlank({ text }: TypedLine): boolean {
  return text.trim() === ''
}

/** Puts lists and paragraphs in the place of the paragraphs that hold items. */
function rebuild(parts: readonly Part[]): void {
  const lists = parts.filter(isList)
  const sources = new Set(lists.flatMap(({ items }) => items.flat().map(({ source }) => source)))
  for (const part of parts) {
    const line = isList(part) ? part.items[0]?.[0] : part
    if (!line || !sources.has(line.source)) continue
    if (isList(part)) line.source[0]?.before(listElement(part))
    else if (!isBlank(line)) line.source[0]?.before(paragraph(line))
  }
  for (const source of sources) for (const node of source) node.remove()
}

function listElement({ ordered, start, items }: TypedList): Element {
  const list = inertDocument().createElement(ordered ? 'ol' : 'ul')
  if (ordered && start !== 1) list.setAttribute('start', String(start))
  list.append(...items.map(itemElement))
  return list
}

/** What follows an item's own line before the next number: glyphs are a list in it, words paragraphs. */
function itemElement(lines: readonly TypedLine[]): Element {
  const item = inertDocument().createElement('li')
  const [own, ...rest] = lines.filter((line) => !isBlank(line))
  if (!own) return item
  item.append(rest.every(isInner) ? withoutMarker(own) : wrapped('p', withoutMarker(own)))
  let inner: Element | null = null
  for (const line of rest) {
    if (!isInner(line)) {
      inner = null
      item.append(wrapped('p', line.content))
      continue
    }
    if (!inner) item.append((inner = inertDocument().createElement('ul')))
    inner.append(wrapped('li', withoutMarker(line)))
  }
  return item
}

function paragraph({ content, source: [first] }: TypedLine): Element {
  if (first instanceof Element && first.localName === 'p') {
    const copy = inertDocument().importNode(first, false)
    copy.append(content)
    return copy
  }
  return wrapped('p', content)
}

function wrapped(tag: string, content: DocumentFragment): Element {
  const element = inertDocument().createElement(tag)
  element.append(content)
  return element
}

/** The line's content without its number or glyph; formatting that held nothing else goes too. */
function withoutMarker({ content, marker }: TypedLine): DocumentFragment {
  let left = marker?.length ?? 0
  while (left > 0) {
    const walker = inertDocument().createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const node = walker.nextNode()
    if (!(node instanceof Text)) break
    const taken = Math.min(left, node.length)
    node.deleteData(0, taken)
    left -= taken
    if (node.length === 0) removeUpwards(node)
  }
  return content
}

function removeUpwards(node: ChildNode): void {
  const parent = node.parentNode
  if (parent instanceof Element && parent.childNodes.length === 1) removeUpwards(parent)
  else node.remove()
}
