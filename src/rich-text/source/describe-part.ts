import { parseInert } from '#html/inert-document.ts'
import { partName } from '#html/part-names.ts'
import { readableText } from '#html/readable-text.ts'

const QUOTE_LENGTH = 30

/** A protected part in a few words: its outermost element and what it says. */
export function describePart(html: string): string {
  const element = parseInert(html).firstElementChild
  const line = readableText(html)
  const quote = line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : line
  if (!element) return quote === '' ? 'a comment' : `“${quote}”`
  const name = partName(element.localName)
  const known = name.startsWith('<') ? name : `${name} <${element.localName}>`
  return quote === '' ? known : `${known} “${quote}”`
}
