import { isBlock } from '#editor/paste/read/block-kind.ts'
import { elementOf } from './line-writer.ts'
import { FORM_PARTS } from '#editor/paste/read/visible-words.ts'

const LAYOUT = new Set(['ol', 'ul', 'table', 'thead', 'tbody', 'tfoot', 'tr'])

/**
 * A `<pre>` as the editor writes code, null when it holds none, and what stood in it before and after
 * the code, such as the name of the language on a chat page. Changes `element`.
 */
export function readCode(element: Element): {
  before: Element
  block: Element | null
  after: Element
} {
  const [before, after] = [elementOf('div'), elementOf('div')]
  const codes = [...element.querySelectorAll('code')]
  const inside = aroundAll(codes)
  const beside = inside && besidesOf(inside, element)
  before.append(...(beside?.before ?? []))
  after.append(...(beside?.after ?? []))
  const text = codeLines(beside ? inside : element)
  if (text === '') return { before, block: null, after }
  const [language] = /\blanguage-[\w+#-]+/.exec(codes[0]?.className ?? '') ?? []
  const inner = elementOf('code', language === undefined ? {} : { class: language })
  inner.textContent = text
  const block = elementOf('pre')
  block.append(inner)
  return { before, block, after }
}

/** The smallest element with all of them in it. */
function aroundAll(codes: readonly Element[]): Element | null {
  let around = codes[0] ?? null
  while (around && !codes.every((code) => around?.contains(code))) around = around.parentElement
  return around
}

/** What stands in boxes of its own beside the code; null when words stand in the code's own lines. */
function besidesOf(code: Element, pre: Element): { before: Element[]; after: Element[] } | null {
  const before: Element[] = []
  const after: Element[] = []
  for (let inner = code; inner !== pre && inner.parentElement; inner = inner.parentElement) {
    const siblings = [...inner.parentElement.childNodes]
    const others = siblings.filter((node) => node !== inner && hasWords(node))
    const boxes = others.filter((node) => node instanceof Element).filter(isBox)
    if (boxes.length < others.length) return null
    const place = siblings.indexOf(inner)
    before.unshift(...boxes.filter((box) => siblings.indexOf(box) < place))
    after.push(...boxes.filter((box) => siblings.indexOf(box) > place))
  }
  return { before, after }
}

const isBox = (element: Element) => isBlock(element) || element.localName === 'button'

const hasWords = (node: Node) =>
  node.nodeType !== Node.COMMENT_NODE && node.textContent?.trim() !== ''

/** The text of code, in which boxes, items and rows are lines, however they were marked up. */
function codeLines(code: Element): string {
  const lines = { text: '', isDone: false }
  collect(code, lines)
  return lines.text.replace(/^\n/, '').trimEnd()
}

/** What was read so far; done is a line that ends where its box does, without a break of its own. */
interface Lines {
  text: string
  isDone: boolean
}

function collect(parent: Element, lines: Lines): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) addText(child, parent, lines)
    else if (!(child instanceof Element)) continue
    else if (child.localName === 'br') add('\n', lines)
    else if (FORM_PARTS.has(child.localName)) addApart(child, lines)
    else if (child.localName === 'td' || child.localName === 'th') {
      if (child.previousElementSibling) add(' ', lines)
      collect(child, lines)
    } else if (isBlock(child)) addLines(child, lines)
    else collect(child, lines)
  }
}

function add(text: string, lines: Lines): void {
  if (text === '') return
  lines.text += lines.isDone ? `\n${text}` : text
  lines.isDone = false
}

function addText(node: Node, parent: Element, lines: Lines): void {
  const text = node.nodeValue ?? ''
  if (text.trim() === '' && (LAYOUT.has(parent.localName) || isBetweenLines(node))) return
  // The break behind a box is the one that ends its line.
  if (text.startsWith('\n')) lines.isDone = false
  add(text, lines)
}

/** Whether a node is how the source was laid out, between two boxes. */
function isBetweenLines(node: Node): boolean {
  const { previousSibling: before, nextSibling: after } = node
  return (
    /^[^\n]*\n[^\n]*$/.test(node.nodeValue ?? '') &&
    [before, after].every((beside) => beside instanceof Element && isBlock(beside))
  )
}

function addApart(part: Element, lines: Lines): void {
  add(' ', lines)
  const start = lines.text.length
  collect(part, lines)
  if (lines.text.length > start) add(' ', lines)
}

function addLines(box: Element, lines: Lines): void {
  if (lines.text !== '' && !lines.text.endsWith('\n')) lines.text += '\n'
  lines.isDone = false
  const start = lines.text.length
  collect(box, lines)
  if (lines.text.length > start) lines.isDone = !lines.text.endsWith('\n')
  // An item has its place in the count without a word.
  else if (box.localName === 'li') lines.text += '\n'
}
