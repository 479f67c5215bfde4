import { isBlockElement } from '#html/parse/known-elements.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { BOXES } from './box.ts'
import { WRAPPING } from './editor-attributes.ts'
import { restoreTables } from '#editor/tables/table-dom.ts'

/**
 * How a line was written in an element that may hold text of its own: `p` with a `<p>`, `none`
 * without one, `empty` when there is nothing at all in that element.
 */
type Wrapping = 'p' | 'none' | 'empty'

/** Elements whose text may stand without a `<p>`. */
const BARE_TEXT_IN = ['li', 'td', 'th', 'blockquote', ...BOXES]
/** Those of them that hold one line as a rule, which then needs no `<p>`. */
const ITEMS = 'li, td, th'
const LINES = 'p, h1, h2, h3, h4, h5, h6'

/**
 * Prepares parsed source for the editor's schema, in place: text that stands in a list item or a box
 * without `<p>` gets one that says so. The schema's paragraph reads the marks that this leaves, and
 * `asParsed` takes them back.
 */
export function toEditorDom(fragment: DocumentFragment): DocumentFragment {
  for (const paragraph of fragment.querySelectorAll(`:is(${ITEMS}) > p`)) {
    paragraph.setAttribute(WRAPPING, 'p')
  }
  for (const element of fragment.querySelectorAll(BARE_TEXT_IN.join())) {
    wrapRuns(element, 'none')
    if (!element.matches(ITEMS) && [...element.childNodes].every(isSpace)) {
      element.append(paragraphOf('empty'))
    }
  }
  return fragment
}

/** Takes back what `toEditorDom` did, in place. */
export function asParsed(fragment: DocumentFragment): DocumentFragment {
  for (const line of fragment.querySelectorAll(`[${WRAPPING}]`)) {
    if (line.getAttribute(WRAPPING) === 'p') line.removeAttribute(WRAPPING)
    else line.replaceWith(...line.childNodes)
  }
  return fragment
}

/**
 * Turns what the schema wrote into tidy HTML, in place: `<li>x</li>`, not `<li><p>x</p></li>`; blank
 * lines are `<p><br></p>`, because an empty paragraph has no height for participants; nothing of the
 * editor's own remains.
 */
export function tidyEditorDom(fragment: DocumentFragment): DocumentFragment {
  const lines = [...fragment.querySelectorAll(LINES)]
  const bareLines = new Set(lines.filter(standsBare))
  for (const line of lines) {
    const bare = bareLines.has(line)
    const mayBeEmpty = bare && (line.parentElement?.matches(ITEMS) || isEmpty(line))
    line.removeAttribute(WRAPPING)
    if (!line.firstChild && !mayBeEmpty) line.append(inertDocument().createElement('br'))
    if (bare) line.replaceWith(...line.childNodes)
  }
  restoreTables(fragment)
  return fragment
}

/**
 * Evens out, in place, what the editor may change because it shows the same: text outside any block
 * gets its paragraph, and the `<br>` of a blank line goes.
 */
export function comparable(fragment: DocumentFragment): DocumentFragment {
  wrapRuns(fragment)
  for (const lone of fragment.querySelectorAll('br')) {
    if (isLoneBreak(lone) && lone.parentElement?.matches(`${LINES}, ${ITEMS}`)) lone.remove()
  }
  return fragment
}

/**
 * Puts text and inline elements that stand between blocks into paragraphs; into boxes where blocks are
 * inside an inline element, which no paragraph can hold.
 */
export function wrapRuns(container: Node, wrapping?: Wrapping): void {
  let run: ChildNode[] = []
  const wrap = () => {
    const [first] = run
    if (first && run.some((node) => !isSpace(node) && node.nodeType !== Node.COMMENT_NODE)) {
      const holder = run.some(holdsBlock)
        ? inertDocument().createElement('div')
        : paragraphOf(wrapping)
      first.before(holder)
      holder.append(...run)
    }
    run = []
  }
  for (const child of Array.from(container.childNodes)) {
    if (isBlockElement(child)) wrap()
    else run.push(child)
  }
  wrap()
}

function holdsBlock(node: Node): boolean {
  return node instanceof Element && [...node.querySelectorAll('*')].some(isBlockElement)
}

/** Whether a `<br>` is all that a line holds: then it only keeps the line open. */
export function isLoneBreak(element: Element): boolean {
  const line = element.parentElement
  return (
    line !== null &&
    isBlockElement(line) &&
    [...line.childNodes].every((node) => node === element || isSpace(node))
  )
}

/** Whether a node is text that a line neither begins nor ends with. */
export function isSpace(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && !/[^ \t\r\n\f]/.test(node.nodeValue ?? '')
}

function paragraphOf(wrapping?: Wrapping): HTMLElement {
  const paragraph = inertDocument().createElement('p')
  if (wrapping) paragraph.setAttribute(WRAPPING, wrapping)
  return paragraph
}

function isEmpty(line: Element): boolean {
  return line.getAttribute(WRAPPING) === 'empty'
}

/** Whether a line next to another was split off it, or added to it: both then have a `<p>`. */
function mayStandBare(line: Element | null): boolean {
  if (line?.localName !== 'p') return false
  const wrapping = line.getAttribute(WRAPPING)
  return wrapping === 'none' || (wrapping === null && line.parentElement?.matches(ITEMS) === true)
}

/** A paragraph without `<p>`: as it was written, or the only one of a list item. */
function standsBare(line: Element): boolean {
  const parent = line.parentElement
  const wrapping = line.getAttribute(WRAPPING)
  const others = line.getAttributeNames().some((name) => name !== WRAPPING)
  if (!parent || line.localName !== 'p' || wrapping === 'p' || others) return false
  // Two without `<p>` next to each other would run together.
  if ([line.previousElementSibling, line.nextElementSibling].some(mayStandBare)) return false
  if (wrapping !== null) return BARE_TEXT_IN.includes(parent.localName)
  return parent.matches(ITEMS) && parent.querySelectorAll(':scope > p').length === 1
}
