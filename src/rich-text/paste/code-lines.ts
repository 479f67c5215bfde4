import { isBlock } from './block-kind.ts'
import { FORM_PARTS } from './visible-words.ts'

const LAYOUT = new Set(['ol', 'ul', 'table', 'thead', 'tbody', 'tfoot', 'tr'])

/** The text of code, in which boxes, items and rows are lines, however they were marked up. */
export function codeLines(code: Element): string {
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
