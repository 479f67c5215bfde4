import { styleOf } from '#html/parse/style-attribute.ts'
import { BLOCK_ELEMENTS } from '#html/parse/known-elements.ts'

/** Whether an element begins a line of its own. */
export function isBlock(element: Element): boolean {
  if (BLOCK_ELEMENTS.has(element.localName) || element.localName === 'option') return true
  return /^(?:block|flex|grid|list-item|table)$/.test(styleOf(element).get('display') ?? '')
}

/** Whether an element is a quotation; `<blockquote>` is also how mail programs indent. */
export function isQuote(element: Element): boolean {
  if (/\bMso(?:Intense)?Quote\b/.test(element.className)) return true
  if (element.localName !== 'blockquote') return false
  const border = styleOf(element).get('border') ?? ''
  return !/^(?:none|0)/.test(border)
}

/** The level of a heading, however it says that it is one; null for anything else. */
export function headingLevel(element: Element): number | null {
  const { localName, className } = element
  const [, ownLevel] = /^h([1-6])$/.exec(localName) ?? []
  if (ownLevel !== undefined) return Number(ownLevel)
  if (element.getAttribute('role') === 'heading') {
    const level = Number.parseInt(element.getAttribute('aria-level') ?? '2', 10)
    return Math.min(Math.max(level || 2, 1), 6)
  }
  if (localName !== 'p') return null
  if (/\b(?:x_)?MsoTitle/.test(className)) return 1
  if (/\b(?:x_)?MsoSubtitle/.test(className)) return 2
  const [, level] = /\b(?:x_)?MsoHeading([1-9])\b/.exec(className) ?? []
  return level === undefined ? null : Math.min(Number(level), 6)
}
