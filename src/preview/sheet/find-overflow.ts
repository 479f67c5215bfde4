const QUOTE_LENGTH = 24
/** A part of the page that sticks out of its side. */
export interface TooWide {
  element: Element
  /** "A table", as a sentence begins. */
  what: string
  /** "Steps": the text it is in. */
  where: string
  /** How far it sticks out, in CSS pixels. */
  by: number
}

/** The parts of the page in `public/preview.html`, and what people call them. */
const TEXTS = [
  { id: 'title', where: 'the title' },
  { id: 'introduction', where: 'Introduction' },
  { id: 'steps', where: 'Steps' },
  { id: 'questions', where: 'the questions' },
]

/**
 * What is wider than `page`, the widest first. A part is named by the outermost element that sticks
 * out itself; where only words do, by the element they stand in. Nothing is looked into that holds
 * all it has, so a page where everything fits costs next to nothing.
 */
export function findOverflow(page: Document): TooWide[] {
  const found = TEXTS.flatMap(({ id, where }) => {
    const text = page.getElementById(id)
    return text && text.scrollWidth > text.clientWidth ? within(text, where) : []
  })
  return found.toSorted((one, other) => other.by - one.by)
}

function within(parent: Element, where: string): TooWide[] {
  return [...parent.childNodes].flatMap((node) => {
    if (isElement(node)) {
      const by = beyond(node.getBoundingClientRect(), node.ownerDocument)
      if (by > 0) return [{ element: node, what: nameOverflow(node), where, by }]
      return mayHold(node) ? within(node, where) : []
    }
    const by = beyond(boxOf(node), parent.ownerDocument)
    if (by <= 0) return []
    return [{ element: parent, what: nameOverflow(parent, node.textContent ?? ''), where, by }]
  })
}

/** The nodes of a frame are made by its own window: `instanceof` does not know them. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}

/** Inline elements have no width of their own and may hold anything. */
function mayHold({ clientWidth, scrollWidth }: Element) {
  return clientWidth === 0 || scrollWidth > clientWidth
}

function boxOf(text: Node) {
  const range = new Range()
  range.selectNode(text)
  return range.getBoundingClientRect()
}

/** How far a box sticks out of the page on either side. What is not shown has no place to be at. */
function beyond(box: DOMRect, page: Document) {
  if (box.width === 0) return 0
  const scrolled = page.defaultView?.scrollX ?? 0
  const right = box.right + scrolled - page.documentElement.clientWidth
  return Math.round(Math.max(right, -(box.left + scrolled)))
}

/**
 * What people call a part of the page that is too wide: "A table", or "A long word (“Donaudampf…”)".
 * The part is `element` itself, or only `words` that stand directly in it.
 */
function nameOverflow(element: Element, words?: string): string {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (words === undefined) {
    if (element.matches('table')) return 'A table'
    if (element.matches('img, [data-picture]')) return 'A picture'
    if (style?.display !== 'inline') return 'A part with a fixed width'
  }
  if (element.closest('pre')) return 'A code block'
  if (style?.whiteSpace.includes('nowrap')) return 'A line that cannot break'
  const kind = element.closest('[data-link]') ? 'A link' : 'A long word'
  return `${kind} (“${longestWord(words ?? element.textContent ?? '')}”)`
}

function longestWord(text: string) {
  const word = text
    .split(/\s+/)
    .reduce((longest, next) => (next.length > longest.length ? next : longest), '')
  return word.length > QUOTE_LENGTH ? `${word.slice(0, QUOTE_LENGTH)}…` : word
}
