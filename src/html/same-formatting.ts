import { BLOCK_ELEMENTS } from './block-elements.ts'

/** Inline formatting whose nesting does not matter: bold italic is italic bold. */
const FORMATTING = new Set('a b code del em i s strike strong u'.split(' '))

/**
 * Whether two trees show the same to a reader and keep the same elements and attributes, however
 * spaces and formatting are written: runs of space count as one, and of nested formatting only the
 * set counts. Stricter than a look at the page (`<b>` is not `<strong>`), laxer than `sameNodes`.
 */
export function sameFormatting(one: Node, other: Node): boolean {
  return outline(one) === outline(other)
}

/** Tags as strings, text with the formatting it carries. */
type Token = string | { text: string; format: string }

interface Outline {
  tokens: Token[]
  /** Whether a space would be swallowed here: at the start of a line or after another space. */
  atSpace: boolean
}

function outline(root: Node): string {
  const written: Outline = { tokens: [], atSpace: true }
  describe(root, [], written, false)
  endLine(written)
  return JSON.stringify(written.tokens)
}

function describe(parent: Node, formats: string[], written: Outline, exact: boolean): void {
  for (const node of parent.childNodes) {
    if (node instanceof Element) describeElement(node, formats, written, exact)
    else if (node.nodeType === Node.TEXT_NODE) describeText(node, formats, written, exact)
    else written.tokens.push(`<!--${node.nodeValue}-->`)
  }
}

function describeElement(
  element: Element,
  formats: string[],
  written: Outline,
  exact: boolean,
): void {
  const start = `${element.localName} ${attributesOf(element)}`
  if (FORMATTING.has(element.localName)) {
    describe(element, [...formats, start], written, exact)
    return
  }
  const breaksLine = BLOCK_ELEMENTS.has(element.localName) || element.localName === 'br'
  if (breaksLine) endLine(written)
  written.tokens.push(`<${start}>`)
  describe(element, breaksLine ? [] : formats, written, exact || element.localName === 'pre')
  if (breaksLine) endLine(written)
  written.tokens.push(`</${element.localName}>`)
}

function describeText(node: Node, formats: string[], written: Outline, exact: boolean): void {
  let text = node.nodeValue ?? ''
  if (!exact) {
    text = text.replace(/[ \t\r\n\f]+/g, ' ')
    if (written.atSpace && text.startsWith(' ')) text = text.slice(1)
  }
  if (text === '') return
  const format = [...new Set(formats)].toSorted().join(' ')
  const last = written.tokens.at(-1)
  if (typeof last === 'object' && last.format === format) last.text += text
  else written.tokens.push({ text, format })
  written.atSpace = !exact && text.endsWith(' ')
}

/** A space at the end of a line is not shown. */
function endLine(written: Outline): void {
  const last = written.tokens.at(-1)
  if (written.atSpace && typeof last === 'object') {
    last.text = last.text.slice(0, -1)
    if (last.text === '') written.tokens.pop()
  }
  written.atSpace = true
}

function attributesOf(element: Element): string {
  return [...element.attributes]
    .map(({ name, value }) => `${name}=${JSON.stringify(value.trim())}`)
    .toSorted()
    .join(' ')
}
