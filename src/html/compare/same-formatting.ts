import { BLOCK_ELEMENTS } from '#html/parse/known-elements.ts'

/**
 * Whether two trees show the same to a reader and hold the same elements, attributes and comments,
 * nested in the same way, however spaces are written: where they show as one, runs of them count as
 * one. Stricter than a look at the page (`<b>` is not `<strong>`), laxer than `sameNodes`.
 */
export function sameFormatting(one: Node, other: Node): boolean {
  return outline(one) === outline(other)
}

/** A tag or comment as a string, or text. */
type Token = string | { text: string }

interface Outline {
  tokens: Token[]
  /** The text that the line ends with so far, when that is text. */
  last: { text: string } | null
  /** Whether a space would be swallowed here: at the start of a line or after another space. */
  atSpace: boolean
}

function outline(root: Node): string {
  const written: Outline = { tokens: [], last: null, atSpace: true }
  describe(root, written, false)
  endLine(written)
  return JSON.stringify(written.tokens.filter((token) => typeof token === 'string' || token.text))
}

function describe(parent: Node, written: Outline, exact: boolean): void {
  for (const node of parent.childNodes) {
    if (node instanceof Element) describeElement(node, written, exact)
    else if (node.nodeType === Node.TEXT_NODE) describeText(node, written, exact)
    else written.tokens.push(`<!--${node.nodeValue}-->`)
  }
}

function describeElement(element: Element, written: Outline, exact: boolean): void {
  const breaksLine = BLOCK_ELEMENTS.has(element.localName) || element.localName === 'br'
  if (breaksLine) endLine(written)
  written.tokens.push(`<${element.localName} ${attributesOf(element)}>`)
  describe(element, written, exact || keepsSpaces(element))
  if (breaksLine) endLine(written)
  written.tokens.push(`</${element.localName}>`)
  if (SHOWN_BY_THEMSELVES.has(element.localName)) {
    written.last = null
    written.atSpace = false
  }
}

/** Elements that stand in a line like a letter: spaces on both sides of one are seen. */
const SHOWN_BY_THEMSELVES = new Set('img ruby'.split(' '))

function describeText(node: Node, written: Outline, exact: boolean): void {
  let text = node.nodeValue ?? ''
  if (!exact) {
    text = text.replace(/[ \t\r\n\f]+/g, ' ')
    if (written.atSpace && text.startsWith(' ')) text = text.slice(1)
  }
  if (text === '') return
  const previous = written.tokens.at(-1)
  if (typeof previous === 'object') previous.text += text
  else written.tokens.push({ text })
  const last = written.tokens.at(-1)
  written.last = typeof last === 'object' && !exact ? last : null
  written.atSpace = !exact && text.endsWith(' ')
}

/** A space at the end of a line is not shown. */
function endLine(written: Outline): void {
  if (written.atSpace && written.last?.text.endsWith(' ')) {
    written.last.text = written.last.text.slice(0, -1)
  }
  written.last = null
  written.atSpace = true
}

function keepsSpaces(element: Element): boolean {
  return (
    element.localName === 'pre' ||
    /white-space\s*:\s*(?:pre|break)/i.test(element.getAttribute('style') ?? '')
  )
}

function attributesOf(element: Element): string {
  return [...element.attributes]
    .map(({ name, value }) => `${name}=${JSON.stringify(value.trim())}`)
    .toSorted()
    .join(' ')
}
