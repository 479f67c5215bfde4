import { parseInert } from '#html/parse/inert-document.ts'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'
import { scanHtml } from '#html/parse/scan-html.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { indexInHtml } from './ink.ts'

/** The tag of a place in `html`, or the placeholder that stands there; else its quoted words, else null. */
export function rangeOfPosition(
  html: string,
  position: TextPosition,
): { from: number; to: number } | null {
  let count = 0
  for (const { kind, name, start, end } of scanHtml(html)) {
    if (kind !== 'open' || name !== position.selector) continue
    if (count === position.nth)
      return placeholderBehind(html, end, position) ?? { from: start, to: end }
    count += 1
  }
  return rangeOfWords(html, position.quote)
}

/** A placeholder is found to be written over. */
function placeholderBehind(html: string, end: number, { quote }: TextPosition) {
  if (openPlaceholdersIn(quote)[0]?.words !== quote) return null
  const from = html.indexOf(quote, end)
  return from < 0 ? null : { from, to: from + quote.length }
}

/** Where the words of a quotation stand in `html`, across tags and spaces; null when they do not. */
export function rangeOfWords(html: string, quote: string): { from: number; to: number } | null {
  const words = quote.replace(/…$/, '').replaceAll(/\s+/g, '')
  if (words === '') return null
  const ink = (parseInert(html).textContent ?? '').replaceAll(/\s+/g, '').indexOf(words)
  if (ink < 0) return null
  const from = indexInHtml(html, { ink, ahead: true })
  return { from, to: indexInHtml(html, { ink: ink + words.length, ahead: false }) }
}
